namespace KpiGrid.Host.Import;

/// <summary>Looks at every row before anything is sent: what is held until it is confirmed, and what is told.</summary>
internal sealed class RowChecks
{
    /// <summary>More than this is no list of slips but a wrong mapping.</summary>
    private const int HeldMax = 100_000;

    private readonly List<(CheckRule Rule, RowCheck Check)> rowChecks = [];
    private readonly List<GroupCheck> groupChecks = [];
    private readonly HashSet<long> heldLines = [];
    private readonly YearRows years = new();

    public RowChecks(ImportMap map, Columns columns, string folder)
    {
        foreach (var (index, rule) in map.Checks.Index())
        {
            var field = $"checks[{index}]";
            if (rule.Against is not null) groupChecks.Add(new(map, rule, field, columns, folder));
            else rowChecks.Add((rule, RowCheck.Of(map, rule, field, columns)));
        }
    }

    /// <summary>What waits for an answer.</summary>
    public RowErrors Held { get; } = new();

    /// <summary>What is told and goes on.</summary>
    public RowErrors Told { get; } = new();

    public IReadOnlySet<long> HeldLines => heldLines;

    public void Look(RowCells cells, string period)
    {
        years.Meet(period);
        foreach (var (rule, check) in rowChecks)
        {
            if (check.Ask(cells, period) is { } question)
                Ask(rule, [cells.Line], new(cells.Line, check.Column, cells.Text(check.Ordinal).ToString(), question));
        }
        foreach (var check in groupChecks) check.Meet(cells);
    }

    /// <summary>What only the whole file shows.</summary>
    public IEnumerable<string> Finish()
    {
        foreach (var check in groupChecks)
            foreach (var (lines, found) in check.Differences()) Ask(check.Rule, lines, found);
        return years.Warnings();
    }

    private void Ask(CheckRule rule, IReadOnlyList<long> lines, RowError found)
    {
        (rule.Hold ? Held : Told).Add(found.Line, found.Column, found.Value, found.Remedy);
        if (!rule.Hold) return;
        heldLines.UnionWith(lines);
        if (heldLines.Count > HeldMax)
            throw new ImportMapException($"checks: '{rule.Name}' holds more than {HeldMax} rows: is the unit right?");
    }
}
