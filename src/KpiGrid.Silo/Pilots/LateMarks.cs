namespace KpiGrid.Silo.Pilots;

/// <summary>The late marks of a pilot: whether what they miss has come since, and whether the receiver was told. Pure.</summary>
internal sealed class LateMarks
{
    private readonly Dictionary<string, LateMark> marks = new(StringComparer.Ordinal);
    private readonly Dictionary<KpiStreamId, List<string>> streams = [];

    /// <summary>In the order of the journal.</summary>
    public IReadOnlyList<LateMark> All => [.. marks.Values.OrderBy(mark => mark.MarkedAt)];

    /// <summary>How often something came or was taken back: what is late first may be another period since.</summary>
    public int Moves { get; private set; }

    /// <summary>A mark that is there already is no second one.</summary>
    public void Add(IEnumerable<LateMark> found)
    {
        foreach (var mark in found)
        {
            if (!marks.TryAdd(mark.Id, mark)) continue;
            if (!streams.TryGetValue(mark.Stream, out var ids)) streams.Add(mark.Stream, ids = []);
            ids.Add(mark.Id);
        }
    }

    /// <summary>The receiver has taken these.</summary>
    public void Tell(IEnumerable<string> ids, DateTimeOffset at)
    {
        foreach (var id in ids)
            if (marks.TryGetValue(id, out var mark)) marks[id] = mark with { ToldAt = mark.ToldAt ?? at };
    }

    /// <summary>Of some ids those whose receiver is not known to have taken them.</summary>
    public IReadOnlyList<string> Untold(IEnumerable<string> ids) =>
        [.. ids.Where(id => marks.TryGetValue(id, out var mark) && mark.ToldAt is null).Distinct()];

    /// <summary>A record has brought or revised something: what was missing may have come, or be missing again.</summary>
    /// <param name="entries">What the record says.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="isReported">Whether something is reported of a stream in a period, as of this record.</param>
    public void Look(IReadOnlyList<PilotEntry> entries, DateTimeOffset at, Func<KpiStreamId, Period, bool> isReported)
    {
        if (marks.Count == 0) return;
        var begins = entries.GroupBy(entry => entry.Kpi).ToDictionary(kpi => kpi.Key, kpi => kpi.Min(Begins));
        foreach (var (id, mark) in marks.ToList())
            if (begins.TryGetValue(mark.Stream.Kpi, out var first) && first <= mark.Period.Last)
                Put(id, mark, isReported(mark.Stream, mark.Period) ? mark.Came ?? at : null);
    }

    /// <summary>The mark that speaks for what is late; null when none does.</summary>
    /// <remarks>A stream that stays silent is late once: neither the periods that become due meanwhile nor a first one that is
    /// looked back at no more need another mark.</remarks>
    /// <param name="late">What is late.</param>
    /// <param name="lookedBack">The first day that is looked back at.</param>
    public LateMark? Of(LateDuty late, DateOnly lookedBack)
    {
        if (!streams.TryGetValue(late.Stream, out var ids)) return null;
        return marks[ids[^1]] is { Came: null } last && last.Period.Last < lookedBack
            ? last
            : ids.Select(id => marks[id]).FirstOrDefault(mark => mark.Period == late.Periods[0]);
    }

    private void Put(string id, LateMark mark, DateTimeOffset? came)
    {
        if (mark.Came == came) return;
        marks[id] = mark with { Came = came };
        Moves++;
    }

    /// <summary>What begins after a period is no report of it; a revision may take one away, whenever it begins.</summary>
    private static DateOnly Begins(PilotEntry entry) =>
        entry is { Kind: RevisionKind.Initial, Content: { } content } ? content.Days.First : DateOnly.MinValue;
}
