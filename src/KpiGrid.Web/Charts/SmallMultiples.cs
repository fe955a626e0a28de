namespace KpiGrid.Web.Charts;

/// <summary>One small chart of many, all on one scale.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Plot">What it shows.</param>
internal sealed record SmallPlot(string Name, Plot Plot);

/// <summary>Draws many small charts on one scale, so that they can be compared by eye.</summary>
internal static class SmallMultiples
{
    public const int CellHeight = 150;
    private const int Columns = 3;
    private const double Gap = 3;

    public static int Height(int charts) => (charts + Columns - 1) / Columns * (CellHeight + 24);

    /// <summary>Each alone, for a page that lays them out itself.</summary>
    public static IReadOnlyList<(string Name, string Svg)> Each(IReadOnlyList<SmallPlot> plots) =>
        [.. OnOneScale(plots).Select(plot =>
            (plot.Name, TimeChart.Draw(plot.Plot, CellHeight).Inline(CellHeight, plot.Name)))];

    /// <summary>All in one drawing, for where it stands alone.</summary>
    public static Drawing Draw(IReadOnlyList<SmallPlot> plots)
    {
        var drawing = new Drawing();
        var width = 100.0 / Columns;
        foreach (var (at, plot) in OnOneScale(plots).Index())
        {
            var (x, y) = (at % Columns * width, at / Columns * (CellHeight + 24));
            drawing.Text(x, y + 14, plot.Name, Paint.Strong);
            drawing.Inside(x, y + 20, width - Gap, CellHeight, TimeChart.Draw(plot.Plot, CellHeight));
        }
        return drawing;
    }

    private static IReadOnlyList<SmallPlot> OnOneScale(IReadOnlyList<SmallPlot> plots)
    {
        var most = plots.SelectMany(plot => plot.Plot.Values()).ToList();
        return [.. plots.Select(plot => plot with { Plot = plot.Plot with { Reach = most } })];
    }
}
