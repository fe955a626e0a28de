using System.Text.Json;

namespace KpiGrid.Web.Maps;

/// <summary>Reads the shapes of a GeoJSON or TopoJSON file, each by its national code; what has no shape is left
/// out.</summary>
internal sealed class BoundaryFile
{
    private readonly BoundaryOptions options;
    private readonly JsonElement root;
    private readonly double tolerance;
    private readonly List<IReadOnlyList<MapPoint>> arcs;

    private BoundaryFile(BoundaryOptions options, JsonElement root, double tolerance)
    {
        this.options = options;
        this.root = root;
        this.tolerance = tolerance;
        arcs = IsTopology ? Arcs() : [];
    }

    private bool IsTopology => root.GetProperty("type").GetString() == "Topology";

    /// <summary>The rings of each code, simplified; islands of one municipality may stand apart in the file.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Ring>> Read(BoundaryOptions options, double tolerance)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(options.File));
        var file = new BoundaryFile(options, json.RootElement, tolerance);
        return file.Features().Where(feature => feature.Code is not null).GroupBy(feature => feature.Code!)
            .ToDictionary(group => group.Key, IReadOnlyList<Ring> (group) => [.. group.SelectMany(feature => feature.Rings)]);
    }

    private IEnumerable<(string? Code, IReadOnlyList<Ring> Rings)> Features()
    {
        var shapes = IsTopology ? Named(root.GetProperty("objects")).GetProperty("geometries") : root.GetProperty("features");
        foreach (var shape in shapes.EnumerateArray())
        {
            var geometry = IsTopology ? shape : shape.GetProperty("geometry");
            if (geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String)
                yield return (Code(shape), Rings(geometry, type.GetString()!));
        }
    }

    private JsonElement Named(JsonElement objects) => options.Layer is { } name
        ? objects.GetProperty(name)
        : objects.EnumerateObject().First().Value;

    private string? Code(JsonElement shape)
    {
        if (!shape.TryGetProperty("properties", out var known) || known.ValueKind != JsonValueKind.Object
            || !known.TryGetProperty(options.Code, out var code)) return null;
        var text = code.ValueKind == JsonValueKind.String ? code.GetString() : code.ToString();
        return string.IsNullOrEmpty(text) ? null : text.PadLeft(options.CodeDigits, '0');
    }

    private List<Ring> Rings(JsonElement geometry, string type)
    {
        var parts = geometry.TryGetProperty(IsTopology ? "arcs" : "coordinates", out var found) ? found : default;
        return type switch
        {
            "Polygon" => [.. parts.EnumerateArray().Select(Line)],
            "MultiPolygon" => [.. parts.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray()).Select(Line)],
            _ => [],
        };
    }

    private Ring Line(JsonElement line) => IsTopology
        ? new([.. line.EnumerateArray().SelectMany((arc, at) => Arc(arc.GetInt32()).Skip(at == 0 ? 0 : 1))])
        : new Ring([.. line.EnumerateArray().Select(point => MapPoint.Of(point[0].GetDouble(), point[1].GetDouble()))])
            .Simplified(tolerance);

    /// <summary>An arc; a negative number means the other way round.</summary>
    private IEnumerable<MapPoint> Arc(int number) => number >= 0 ? arcs[number] : arcs[~number].Reverse();

    private List<IReadOnlyList<MapPoint>> Arcs()
    {
        var isPacked = root.TryGetProperty("transform", out var transform);
        var scale = isPacked ? transform.GetProperty("scale") : default;
        var move = isPacked ? transform.GetProperty("translate") : default;
        // Neighbours share an arc: simplified once, their border stays one line.
        return [.. root.GetProperty("arcs").EnumerateArray().Select(arc => MapLine.Simplified(Arc(arc, scale, move), tolerance))];
    }

    private static List<MapPoint> Arc(JsonElement arc, JsonElement scale, JsonElement move)
    {
        var points = new List<MapPoint>();
        var (x, y) = (0d, 0d);
        foreach (var step in arc.EnumerateArray())
        {
            var (dx, dy) = (step[0].GetDouble(), step[1].GetDouble());
            if (scale.ValueKind == JsonValueKind.Undefined)
            {
                points.Add(MapPoint.Of(dx, dy));
                continue;
            }
            (x, y) = (x + dx, y + dy);
            points.Add(MapPoint.Of(x * scale[0].GetDouble() + move[0].GetDouble(), y * scale[1].GetDouble() + move[1].GetDouble()));
        }
        return points;
    }
}
