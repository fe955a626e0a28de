using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KpiGrid.Api.Access;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Maps;

/// <summary>The outlines of the municipalities of a country: one file that a browser keeps, and the shapes in it.</summary>
/// <param name="Country">The country.</param>
/// <param name="Svg">The file.</param>
/// <param name="Shapes">The shapes by municipality id.</param>
internal sealed record Outline(string Country, byte[] Svg, IReadOnlyDictionary<string, OutlineShape> Shapes)
{
    /// <summary>All of it, in the file.</summary>
    public const string Whole = "all";

    private readonly string version = Convert.ToHexStringLower(SHA256.HashData(Svg))[..12];

    /// <summary>Where the file is; it changes with its content.</summary>
    public string Address => $"/maps/{Country}.svg?v={version}";

    public bool Is(string? asked) => asked == version;
}

/// <summary>A municipality's shape.</summary>
/// <param name="Path">Its line.</param>
/// <param name="Middle">Where it is marked when nobody says where.</param>
/// <param name="From">The corner of what it reaches.</param>
/// <param name="To">The opposite corner.</param>
internal sealed record OutlineShape(string Path, MapPoint Middle, MapPoint From, MapPoint To);

/// <summary>The outlines configured, each read when a map first needs it.</summary>
internal sealed class Outlines
{
    private readonly Dictionary<string, Lazy<Outline?>> countries;

    public Outlines(IOptions<MapOptions> options, ILogger<Outlines> log) => countries = options.Value.Boundaries
        .ToDictionary(file => file.Country, file => new Lazy<Outline?>(() => Read(file, options.Value.Tolerance / 10d, log)));

    /// <summary>The outlines of a country; null where none are configured or they cannot be read.</summary>
    public Outline? Of(string country) => countries.GetValueOrDefault(country)?.Value;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/maps/{country}.svg", Answer).IsOpen();

    private static IResult Answer(string country, HttpContext context, Outlines outlines)
    {
        if (outlines.Of(country) is not { } outline) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = outline.Is(context.Request.Query["v"])
            ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(outline.Svg, "image/svg+xml");
    }

    private static Outline? Read(BoundaryOptions file, double tolerance, ILogger log)
    {
        try
        {
            var shapes = BoundaryFile.Read(file, tolerance).ToDictionary(
                each => $"{file.Country}-{each.Key}", each => Shape(each.Value, tolerance));
            return new(file.Country, Encoding.UTF8.GetBytes(Svg(shapes)), shapes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Text.Json.JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            log.LogError(failure, "The boundaries of {Country} cannot be read from {File}: its maps have none", file.Country, file.File);
            return null;
        }
    }

    private static OutlineShape Shape(IReadOnlyList<Ring> rings, double tolerance)
    {
        var largest = rings.MaxBy(ring => ring.Area)!;
        var points = rings.SelectMany(ring => ring.Points).ToList();
        // An islet too small to be seen would cost as many bytes as an island.
        var seen = rings.Where(ring => ring == largest || ring.Area > tolerance * tolerance * 4);
        return new(string.Concat(seen.Select(Path)), largest.Middle,
            new(points.Min(point => point.X), points.Min(point => point.Y)), new(points.Max(point => point.X), points.Max(point => point.Y)));
    }

    private static string Path(Ring ring) => "M" + string.Join('L', ring.Points.Select(point =>
        string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}"))) + "Z";

    private static string Svg(Dictionary<string, OutlineShape> shapes)
    {
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"{Outline.Whole}\">");
        foreach (var (id, shape) in shapes) svg.Append(CultureInfo.InvariantCulture, $"<path id=\"{id}\" d=\"{shape.Path}\" vector-effect=\"non-scaling-stroke\"/>");
        return svg.Append("</g></svg>").ToString();
    }
}
