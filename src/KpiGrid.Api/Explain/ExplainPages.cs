namespace KpiGrid.Api.Explain;

/// <summary>A pilot with lines to tell, as of a head.</summary>
internal sealed record PilotAt(PilotId Pilot, long Head);

/// <summary>A page of lines and where the next one begins.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Told">How many lines of the first pilot left have been told.</param>
/// <param name="Left">The pilots left; none on the last page.</param>
internal sealed record ExplainPage(IReadOnlyList<ExplainLine> Lines, int Told, IReadOnlyList<PilotAt> Left);

/// <summary>Cuts the lines of pilots, one after another, into pages.</summary>
internal static class ExplainPages
{
    /// <summary>Takes a page, asking only pilots it needs.</summary>
    /// <param name="pilots">The pilots that have lines, in order.</param>
    /// <param name="told">How many lines of the first are told.</param>
    /// <param name="limit">The size of a page.</param>
    /// <param name="lines">The lines of a pilot, the same each time it is asked.</param>
    public static async Task<ExplainPage> Take(
        IReadOnlyList<PilotAt> pilots, int told, int limit, Func<PilotAt, Task<IReadOnlyList<ExplainLine>>> lines)
    {
        var page = new List<ExplainLine>();
        for (var at = 0; at < pilots.Count; at++, told = 0)
        {
            var all = await lines(pilots[at]);
            var taken = Math.Min(limit - page.Count, Math.Max(0, all.Count - told));
            page.AddRange(all.Skip(told).Take(taken));
            if (told + taken < all.Count) return new(page, told + taken, [.. pilots.Skip(at)]);
            if (page.Count == limit) return new(page, 0, [.. pilots.Skip(at + 1)]);
        }
        return new(page, 0, []);
    }
}
