namespace KpiGrid.Api.Changes;

/// <summary>A statement about a measurement, and the one it revised.</summary>
/// <param name="Before">Null of the first.</param>
/// <param name="Entry">The statement.</param>
internal sealed record Revised(SeriesEntry? Before, SeriesEntry Entry)
{
    /// <summary>Whether the statement, or the one it revised, is such a one.</summary>
    public bool Is(Func<SeriesEntry, bool> such) => such(Entry) || (Before is not null && such(Before));

    /// <summary>Whether a statement speaks of days: amounts are booked on their last one, what stands stands on.</summary>
    public static bool Reaches(SeriesEntry entry, DayRange days, KpiKind kind) =>
        kind.IsStanding() ? entry.Days.Last <= days.Last : days.Contains(entry.Days.Last);
}

/// <summary>Reads what was said about the measurements of a pilot since an instant; what was known then is told by sequence.</summary>
internal sealed class RevisionsSince(IGrainFactory grains)
{
    public async Task<IReadOnlyList<Revised>> Read(PilotId pilot, KpiCode kpi, DateTimeOffset since)
    {
        var stream = grains.GetGrain<IKpiStreamGrain>($"{pilot}/{kpi}");
        var then = (await stream.Read(false, since)).Head;
        return After((await stream.Read(true, null)).Entries, then);
    }

    /// <summary>The statements behind a sequence, each beside what it revised. Pure.</summary>
    /// <param name="history">Every statement of one KPI of a pilot.</param>
    /// <param name="then">The last sequence that was known.</param>
    public static IReadOnlyList<Revised> After(IReadOnlyList<SeriesEntry> history, long then)
    {
        var known = history.ToDictionary(entry => (entry.Sent.Id, entry.Revision));
        return [.. history.Where(entry => entry.Sequence > then)
            .Select(entry => new Revised(known.GetValueOrDefault((entry.Sent.Id, entry.Revision - 1)), entry))];
    }
}
