namespace KpiGrid.Web.Maps;

/// <summary>A closed line.</summary>
internal sealed record Ring(IReadOnlyList<MapPoint> Points)
{
    /// <summary>Without the points that lie so near the line between others that nobody would miss them.</summary>
    public Ring Simplified(double tolerance)
    {
        if (Points.Count < 5) return this;
        var keep = new bool[Points.Count];
        keep[0] = keep[^1] = true;
        // The ends of a ring are one point: the line to measure from begins at the point farthest from it.
        var far = Enumerable.Range(0, Points.Count).MaxBy(at => Distance(Points[at], Points[0]));
        keep[far] = true;
        Mark(keep, 0, far, tolerance);
        Mark(keep, far, Points.Count - 1, tolerance);
        return new([.. Points.Where((_, at) => keep[at])]);
    }

    /// <summary>The middle of what it reaches.</summary>
    public MapPoint Middle => new(
        (Points.Min(point => point.X) + Points.Max(point => point.X)) / 2,
        (Points.Min(point => point.Y) + Points.Max(point => point.Y)) / 2);

    /// <summary>Twice the area inside.</summary>
    public double Area => Math.Abs(Points.Zip(Points.Skip(1)).Sum(pair => pair.First.X * pair.Second.Y - pair.Second.X * pair.First.Y));

    private void Mark(bool[] keep, int first, int last, double tolerance)
    {
        var waiting = new Stack<(int First, int Last)>([(first, last)]);
        while (waiting.TryPop(out var span))
        {
            var (at, most) = (0, tolerance);
            for (var each = span.First + 1; each < span.Last; each++)
                if (FromLine(Points[each], Points[span.First], Points[span.Last]) is var far && far > most) (at, most) = (each, far);
            if (at == 0) continue;
            keep[at] = true;
            waiting.Push((span.First, at));
            waiting.Push((at, span.Last));
        }
    }

    private static double FromLine(MapPoint point, MapPoint start, MapPoint end)
    {
        var length = Distance(start, end);
        if (length == 0) return Distance(point, start);
        return Math.Abs((end.X - start.X) * (start.Y - point.Y) - (start.X - point.X) * (end.Y - start.Y)) / length;
    }

    private static double Distance(MapPoint one, MapPoint other) => Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));
}
