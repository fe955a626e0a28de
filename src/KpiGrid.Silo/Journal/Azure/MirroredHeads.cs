namespace KpiGrid.Silo.Journal.Azure;

/// <summary>The heads of all streams, and of every municipality the pilots that ever had a share in it.</summary>
internal sealed class MirroredHeads
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, HeadRow> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<MunicipalityId, HashSet<string>> pilots = [];
    private long decidedUpTo;

    /// <summary>The move up to which every one is decided; it never goes back.</summary>
    public long DecidedUpTo
    {
        get { lock (gate) return decidedUpTo; }
        set { lock (gate) decidedUpTo = Math.Max(decidedUpTo, value); }
    }

    public HeadRow Of(string stream)
    {
        lock (gate) return rows.GetValueOrDefault(stream) ?? HeadRow.None(stream);
    }

    public void Put(HeadRow row)
    {
        lock (gate)
        {
            var known = rows.GetValueOrDefault(row.Head.Stream);
            rows[row.Head.Stream] = row;
            if (known?.Municipalities.Count == row.Municipalities.Count) return;
            foreach (var municipality in row.Municipalities)
                (pilots.TryGetValue(municipality, out var streams) ? streams : pilots[municipality] = []).Add(row.Head.Stream);
        }
    }

    /// <summary>Those whose name begins with a prefix, by name.</summary>
    public IReadOnlyList<JournalHead> Named(string prefix)
    {
        lock (gate) return InOrder(rows.Values.Where(row => row.Head.Stream.StartsWith(prefix, StringComparison.Ordinal)));
    }

    /// <summary>Those that moved after a mark, and the mark to ask from next time.</summary>
    public MovedHeads MovedAfter(long mark)
    {
        lock (gate)
            return new(InOrder(rows.Values.Where(row => row.Move > mark)), Math.Max(mark, decidedUpTo));
    }

    /// <summary>Those of the pilots that ever had a share in a municipality, by name.</summary>
    public IReadOnlyList<JournalHead> Sharing(MunicipalityId municipality)
    {
        lock (gate) return InOrder(pilots.GetValueOrDefault(municipality, []).Select(stream => rows[stream]));
    }

    private static IReadOnlyList<JournalHead> InOrder(IEnumerable<HeadRow> rows) =>
        [.. rows.Select(row => row.Head).Where(head => head.Sequence > 0).OrderBy(head => head.Stream, StringComparer.Ordinal)];
}
