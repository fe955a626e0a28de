namespace KpiGrid.Web.Maps;

/// <summary>Parts values into so many groups of about as many each, for shades.</summary>
internal static class MapShades
{
    /// <summary>The least value of each group but the first.</summary>
    public static IReadOnlyList<Amount> Breaks(IEnumerable<Amount?> values)
    {
        var sorted = values.OfType<Amount>().Order().ToList();
        return sorted.Count == 0 ? [] : [.. Enumerable.Range(1, MapDrawing.Shades - 1)
            .Select(group => sorted[Math.Min(sorted.Count * group / MapDrawing.Shades, sorted.Count - 1)])
            .Where(least => least > sorted[0]).Distinct()];
    }

    /// <summary>The shade of a value, from 0; fewer groups lie as far apart as they can.</summary>
    public static int Of(Amount value, IReadOnlyList<Amount> breaks) =>
        breaks.Count(least => value >= least) * (MapDrawing.Shades - 1) / Math.Max(1, breaks.Count);
}
