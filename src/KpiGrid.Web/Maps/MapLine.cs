namespace KpiGrid.Web.Maps;

/// <summary>Lines with fewer points.</summary>
internal static class MapLine
{
    /// <summary>Without the points that lie so near the line between others that nobody would miss them; the ends
    /// stay.</summary>
    public static IReadOnlyList<MapPoint> Simplified(IReadOnlyList<MapPoint> points, double tolerance)
    {
        if (points.Count < 3) return points;
        var keep = new bool[points.Count];
        keep[0] = keep[^1] = true;
        var waiting = new Stack<(int First, int Last)>([(0, points.Count - 1)]);
        while (waiting.TryPop(out var span))
        {
            var (at, most) = (0, tolerance);
            for (var each = span.First + 1; each < span.Last; each++)
                if (FromLine(points[each], points[span.First], points[span.Last]) is var far && far > most) (at, most) = (each, far);
            if (at == 0) continue;
            keep[at] = true;
            waiting.Push((span.First, at));
            waiting.Push((at, span.Last));
        }
        return [.. points.Where((_, at) => keep[at])];
    }

    public static double Distance(MapPoint one, MapPoint other) =>
        Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));

    private static double FromLine(MapPoint point, MapPoint start, MapPoint end)
    {
        var length = Distance(start, end);
        if (length == 0) return Distance(point, start);
        return Math.Abs((end.X - start.X) * (start.Y - point.Y) - (start.X - point.X) * (end.Y - start.Y)) / length;
    }
}
