namespace KpiGrid.Silo.Aggregates;

/// <summary>What a parent holds of its children: for each its version, cells and duties. Pure.</summary>
/// <param name="epoch">The store's epoch; a child that still stands before the last restore is heard no more.</param>
internal sealed class ChildCells(long epoch = 0)
{
    private readonly Dictionary<string, Child> children = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Child> All => children;

    /// <summary>The sum of the children's versions.</summary>
    public NodeVersion Version { get; private set; }

    public NodeVersion Holds(string child) =>
        children.TryGetValue(child, out var held) ? held.Version : NodeVersion.None;

    /// <summary>
    /// Applies a report of something newer if it is whole or builds on exactly what is held; the answer lists what changed,
    /// null when nothing was applied.
    /// </summary>
    /// <remarks>
    /// A base that only counts less is not enough: of two activations of a municipality each may have what the other lacks,
    /// and what is held may be the other's.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The report is from before the last restore of the store.</exception>
    public ChildChanges? Apply(CellReport report, out bool sendWhole)
    {
        if (report.Version.Epoch < epoch)
            throw new InvalidOperationException($"{report.Child} reports {report.Version}, from before the restore");
        var held = Holds(report.Child);
        var isNews = report.Version.IsAfter(held) || IsOtherHistory(report.Version, held);
        sendWhole = isNews && !report.Whole && report.Base != held;
        return isNews && !sendWhole ? Take(report) : null;
    }

    /// <summary>Equally long but not the same: two histories of one length.</summary>
    private static bool IsOtherHistory(NodeVersion left, NodeVersion right) =>
        left.Epoch == right.Epoch && left.Count == right.Count && left.Digest != right.Digest;

    private ChildChanges Take(CellReport report)
    {
        if (!children.TryGetValue(report.Child, out var child)) children.Add(report.Child, child = new());
        var changes = new ChildChanges();
        var cells = report.Cells.Unpack().ToList();
        if (report.Whole) cells.AddRange(Gone(child, cells));
        foreach (var cell in cells)
        {
            var before = child.Cells.Get(cell.Key);
            if (before != cell.Value) changes.Cells.Add((cell.Key, before, cell.Value));
        }
        TakeDuties(child, report, changes);
        Version = Version.Without(child.Version).With(report.Version);
        child.Version = report.Version;
        return changes;
    }

    private static List<Cell> Gone(Child child, List<Cell> cells)
    {
        var kept = cells.Select(cell => cell.Key).ToHashSet();
        return child.Cells.All.Where(cell => !kept.Contains(cell.Key))
            .Select(cell => cell with { Value = CellValue.None }).ToList();
    }

    private static void TakeDuties(Child child, CellReport report, ChildChanges changes)
    {
        if (report.Whole)
        {
            changes.Duties.UnionWith(child.Duties.Keys);
            child.Duties.Clear();
        }
        foreach (var duty in report.Duties)
        {
            changes.Duties.Add(duty.Stream);
            if (duty.Expected.Count == 0 && duty.Reported.Count == 0) child.Duties.Remove(duty.Stream);
            else child.Duties[duty.Stream] = duty;
        }
    }
}

/// <summary>What a parent holds of one child.</summary>
internal sealed class Child
{
    public NodeVersion Version { get; set; }
    public CellTable Cells { get; } = new();
    public Dictionary<KpiStreamId, Duty> Duties { get; } = [];
}

/// <summary>What a report changes; the cells are set by the parent, who keeps its own sums beside them.</summary>
internal sealed class ChildChanges
{
    public List<(CellKey Key, CellValue Before, CellValue After)> Cells { get; } = [];
    public HashSet<KpiStreamId> Duties { get; } = [];

    public IReadOnlyCollection<KpiCode> Kpis =>
        Cells.Select(cell => cell.Key.Kpi).Concat(Duties.Select(stream => stream.Kpi)).ToHashSet();
}
