using Spectre.Console;
using Spectre.Console.Rendering;

namespace KpiGrid.Host.Watch;

/// <summary>The table that moves: a row for each period of each KPI, what changed last in bold.</summary>
internal sealed class WatchTable(TimeProvider time)
{
    private static readonly string[] header = ["KPI", "period", "value", "before", "n", "coverage", "marks"];

    private readonly Dictionary<(string Kpi, string Period), LiveLine> rows = [];
    private IReadOnlySet<(string, string)> changed = new HashSet<(string, string)>();
    private string version = "";
    private string changedAt = "";
    private string? lost;

    public IRenderable Show(LiveEvent each)
    {
        if (each.IsSnapshot) rows.Clear();
        changed = each.IsSnapshot ? new HashSet<(string, string)>()
            : each.Lines.Select(line => (line.Kpi, line.Period)).ToHashSet();
        foreach (var line in each.Lines) rows[(line.Kpi, line.Period)] = line;
        (version, changedAt, lost) = (each.Version, WatchRun.Clock(time), null);
        return Draw();
    }

    /// <summary>The connection is lost for a reason, or back.</summary>
    public IRenderable Lost(string? reason)
    {
        lost = reason is null ? null : lost ?? $"connection lost since {WatchRun.Clock(time)}: {reason}";
        return Draw();
    }

    private Table Draw()
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in header) table.AddColumn(column);
        foreach (var (key, line) in rows.OrderBy(row => row.Key))
        {
            string[] cells =
                [line.Kpi, line.Period, WatchRun.Shown(line), line.From, line.N, line.Coverage, line.Marks];
            var style = changed.Contains(key) ? new Style(decoration: Decoration.Bold) : Style.Plain;
            table.AddRow(cells.Select(cell => new Text(cell, style)));
        }
        return lost is null
            ? table.Caption(Markup.Escape($"version {version}, changed at {changedAt}"))
            : table.Caption($"[red]{Markup.Escape(lost)}[/]");
    }
}
