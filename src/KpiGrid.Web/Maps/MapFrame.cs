using System.Globalization;

namespace KpiGrid.Web.Maps;

/// <summary>What of the plane a map shows, and how large a pixel is on it.</summary>
internal sealed record MapFrame(MapPoint From, MapPoint To)
{
    /// <summary>The width that sizes of circles and texts are meant for.</summary>
    public const double Width = 560;

    private const double Border = 0.06;
    private const double Smallest = 20;
    private const double HeightMax = 1.15;

    /// <summary>Pixels below the lowest point, for its circle and its name.</summary>
    private const double NamesBelow = 28;

    /// <summary>Around some points, with a border.</summary>
    public static MapFrame Around(IReadOnlyCollection<MapPoint> points)
    {
        var (left, right) = (points.Min(point => point.X), points.Max(point => point.X));
        var (top, bottom) = (points.Min(point => point.Y), points.Max(point => point.Y));
        var width = Math.Max(Math.Max(right - left, (bottom - top) / HeightMax), Smallest);
        var height = Math.Max(bottom - top, width * 0.5);
        var (x, y) = ((left + right) / 2, (top + bottom) / 2);
        var (half, tall) = (width * (0.5 + Border), height * (0.5 + Border));
        return new(new(x - half, y - tall), new(x + half, y + tall + NamesBelow * 2 * half / Width));
    }

    public double UnitsPerPixel => (To.X - From.X) / Width;

    public int Height => (int)Math.Ceiling((To.Y - From.Y) / UnitsPerPixel);

    public string ViewBox => string.Create(CultureInfo.InvariantCulture,
        $"{From.X:0.#} {From.Y:0.#} {To.X - From.X:0.#} {To.Y - From.Y:0.#}");

    public bool Overlaps(MapPoint from, MapPoint to) => from.X < To.X && to.X > From.X && from.Y < To.Y && to.Y > From.Y;
}
