namespace KpiGrid.Silo.Pilots;

/// <summary>The late marks of a pilot, and whether what they miss has come since. Pure.</summary>
internal sealed class LateMarks
{
    private readonly Dictionary<KpiStreamId, List<LateMark>> streams = [];

    /// <summary>In the order of the journal.</summary>
    public IReadOnlyList<LateMark> All => [.. streams.Values.SelectMany(marks => marks).OrderBy(mark => mark.MarkedAt)];

    /// <summary>A mark that is there already is no second one.</summary>
    public void Add(IEnumerable<LateMark> found)
    {
        foreach (var mark in found)
        {
            if (!streams.TryGetValue(mark.Stream, out var marks)) streams.Add(mark.Stream, marks = []);
            if (!marks.Exists(known => known.Id == mark.Id)) marks.Add(mark);
        }
    }

    /// <summary>A record has brought or revised something: what was missing may have come, or be missing again.</summary>
    /// <param name="entries">What the record says.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="isReported">Whether something is reported of a stream in a period, as of this record.</param>
    public void Look(IReadOnlyList<PilotEntry> entries, DateTimeOffset at, Func<KpiStreamId, Period, bool> isReported)
    {
        if (streams.Count == 0) return;
        var begins = entries.GroupBy(entry => entry.Kpi).ToDictionary(kpi => kpi.Key, kpi => kpi.Min(Begins));
        foreach (var marks in streams.Values)
            for (var i = 0; i < marks.Count; i++)
                if (begins.TryGetValue(marks[i].Stream.Kpi, out var first) && first <= marks[i].Period.Last)
                    marks[i] = marks[i] with
                    {
                        Came = isReported(marks[i].Stream, marks[i].Period) ? marks[i].Came ?? at : null,
                    };
    }

    /// <summary>The mark that speaks for what is late; null when none does.</summary>
    /// <remarks>A stream that stays silent is late once: neither the periods that become due meanwhile nor a first one that is
    /// looked back at no more need another mark.</remarks>
    /// <param name="late">What is late.</param>
    /// <param name="lookedBack">The first day that is looked back at.</param>
    public LateMark? Of(LateDuty late, DateOnly lookedBack)
    {
        if (!streams.TryGetValue(late.Stream, out var marks)) return null;
        return marks[^1] is { Came: null } last && last.Period.Last < lookedBack
            ? last
            : marks.Find(mark => mark.Period == late.Periods[0]);
    }

    /// <summary>What begins after a period is no report of it; a revision may take one away, whenever it begins.</summary>
    private static DateOnly Begins(PilotEntry entry) =>
        entry is { Kind: RevisionKind.Initial, Content: { } content } ? content.Days.First : DateOnly.MinValue;
}
