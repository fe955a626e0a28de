namespace KpiGrid.Silo.Aggregates;

/// <summary>What a parent holds of its children: for each its version, cells and duties. Pure.</summary>
internal sealed class ChildCells
{
    private readonly Dictionary<string, Child> children = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Child> All => children;

    /// <summary>The sum of the children's versions.</summary>
    public NodeVersion Version { get; private set; }

    public NodeVersion Holds(string child) =>
        children.TryGetValue(child, out var held) ? held.Version : NodeVersion.None;

    /// <summary>
    /// Applies a report if its base is not above what is held and its version is; the answer lists what changed, null
    /// when nothing was applied.
    /// </summary>
    public ChildChanges? Apply(CellReport report, out bool sendWhole)
    {
        var held = Holds(report.Child);
        sendWhole = false;
        if (!report.Whole && (report.Base.IsAfter(held) || IsOtherHistory(report.Base, held)))
            sendWhole = true;
        else if (IsOtherHistory(report.Version, held) && !report.Whole)
            sendWhole = true;
        else if (report.Version.IsAfter(held) || IsOtherHistory(report.Version, held))
            return Take(report);
        return null;
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
