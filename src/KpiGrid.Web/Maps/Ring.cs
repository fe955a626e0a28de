namespace KpiGrid.Web.Maps;

/// <summary>A closed line.</summary>
internal sealed record Ring(IReadOnlyList<MapPoint> Points)
{
    /// <summary>Without the points that nobody would miss.</summary>
    public Ring Simplified(double tolerance)
    {
        if (Points.Count < 5) return this;
        // The ends of a ring are one point: the two lines to measure from meet at the point farthest from it.
        var far = Enumerable.Range(0, Points.Count).MaxBy(at => MapLine.Distance(Points[at], Points[0]));
        return new([.. MapLine.Simplified([.. Points.Take(far + 1)], tolerance), .. MapLine.Simplified([.. Points.Skip(far)], tolerance).Skip(1)]);
    }

    /// <summary>The middle of what it reaches.</summary>
    public MapPoint Middle => new(
        (Points.Min(point => point.X) + Points.Max(point => point.X)) / 2,
        (Points.Min(point => point.Y) + Points.Max(point => point.Y)) / 2);

    /// <summary>Twice the area inside.</summary>
    public double Area => Math.Abs(Points.Zip(Points.Skip(1)).Sum(pair => pair.First.X * pair.Second.Y - pair.Second.X * pair.First.Y));
}
