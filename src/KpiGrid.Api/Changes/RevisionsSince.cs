namespace KpiGrid.Api.Changes;

/// <summary>The revisions of measurements after a sequence, each beside what it revised. Pure.</summary>
internal static class RevisionsSince
{
    /// <summary>Those that count, or that revised what did.</summary>
    /// <param name="history">Every statement of one KPI of a pilot.</param>
    /// <param name="then">The last sequence that was known.</param>
    /// <param name="counts">Whether a statement speaks of what was asked for.</param>
    /// <param name="kind">The KPI's kind.</param>
    public static IReadOnlyList<RevisionAnswer> Of(
        IReadOnlyList<SeriesEntry> history, long then, Func<SeriesEntry, bool> counts, KpiKind kind)
    {
        var known = history.ToDictionary(entry => (entry.Sent.Id, entry.Revision));
        return
        [
            .. from entry in history
               where entry.Sequence > then
               let before = known.GetValueOrDefault((entry.Sent.Id, entry.Revision - 1))
               where counts(entry) || (before is not null && counts(before))
               select RevisionAnswer.Of(before, entry, kind),
        ];
    }
}
