namespace KpiGrid.Web.Charts;

/// <summary>How something is drawn: a class, which a page colours, and the colours of a drawing that stands alone.</summary>
/// <remarks>Attributes, not styles: a page's policy lets no style in, and a page's own rules win over them.</remarks>
internal sealed record Paint(string Class, string Attributes)
{
    public const string Ink = "#1b2421";
    private const string Muted = "#55605c";
    private const string Hairline = "#d9dedb";

    /// <summary>Apart for eyes that see few colours, and dark enough on white to write with.</summary>
    private static readonly string[] series = ["#0a6b58", "#2457a6", "#a3470f", "#7a3e95", "#5e6400", "#a12a5e"];

    /// <summary>From little to much.</summary>
    private static readonly string[] shades = ["#d5ebe2", "#9fd0c0", "#5fae9a", "#2c8471", "#0a5445"];

    public static Paint Grid { get; } = new("grid", $"stroke=\"{Hairline}\" stroke-width=\"1\"");
    public static Paint Axis { get; } = new("axis", $"stroke=\"{Muted}\" stroke-width=\"1\"");
    public static Paint Label { get; } = new("label", $"fill=\"{Muted}\" font-size=\"12\"");

    /// <summary>A label that goes where there is no room for all.</summary>
    public static Paint Between { get; } = new("label between", Label.Attributes);

    public static Paint Strong { get; } = new("strong", $"fill=\"{Ink}\" font-size=\"13\" font-weight=\"600\"");
    public static Paint Land { get; } = new("land", $"fill=\"#eceeeb\" stroke=\"#c3cac6\" stroke-width=\"1\"");
    public static Paint Target { get; } = new("target", $"stroke=\"{Ink}\" stroke-width=\"1.5\" stroke-dasharray=\"2 3\"");

    public static Paint Bar(int of) => new($"bar s{Of(of)}", $"fill=\"{Colour(of)}\"");

    /// <summary>What is not over yet: an outline.</summary>
    public static Paint Unfinished(int of) => new($"unfinished s{Of(of)}",
        $"fill=\"{Colour(of)}\" fill-opacity=\"0.15\" stroke=\"{Colour(of)}\" stroke-width=\"1.5\" stroke-dasharray=\"3 2\"");

    public static Paint Line(int of) => new($"line s{Of(of)}",
        $"stroke=\"{Colour(of)}\" stroke-width=\"2.25\" stroke-linecap=\"round\"");

    /// <summary>A line that is told apart without its colour too.</summary>
    public static Paint Dashed(int of) => new($"line s{Of(of)}",
        $"stroke=\"{Colour(of)}\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-dasharray=\"{Dashes(of)}\"");

    public static Paint Dot(int of) => new($"dot s{Of(of)}", $"fill=\"{Colour(of)}\"");

    public static Paint Name(int of) => new($"name s{Of(of)}", $"fill=\"{Colour(of)}\" font-size=\"13\" font-weight=\"600\"");

    public static Paint Band(int of) => new($"band s{Of(of)}", $"fill=\"{Colour(of)}\" fill-opacity=\"0.16\"");

    public static Paint Circle(int of) => new($"circle s{Of(of)}",
        $"fill=\"{Colour(of)}\" fill-opacity=\"0.55\" stroke=\"{Colour(of)}\" stroke-width=\"1.25\"");

    /// <summary>A shape as dark as its group, from 0; without a value an outline.</summary>
    public static Paint Shade(int? group) => group is { } at
        ? new($"shade q{at + 1}", $"fill=\"{shades[Math.Min(at, shades.Length - 1)]}\" stroke=\"#ffffff\" stroke-width=\"0.75\"")
        : new("shade none", $"fill=\"none\" stroke=\"{Muted}\" stroke-width=\"1\" stroke-dasharray=\"3 2\"");

    private static int Of(int index) => index % series.Length + 1;

    private static string Colour(int index) => series[index % series.Length];

    private static string Dashes(int index) => (index % series.Length) switch { 0 => "none", 1 => "7 4", 2 => "2 4", 3 => "9 3 2 3", 4 => "4 2", _ => "1 3" };
}
