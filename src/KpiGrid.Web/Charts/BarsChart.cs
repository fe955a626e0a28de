namespace KpiGrid.Web.Charts;

/// <summary>A bar of a list.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Value">How long it is; null for none.</param>
/// <param name="Text">The value in words.</param>
internal sealed record PlotBar(string Name, Amount? Value, string Text);

/// <summary>Draws a list of bars, each under its name and value.</summary>
internal static class BarsChart
{
    private const int RowHeight = 38;
    private const double BarHeight = 12;

    public static int Height(int bars) => bars * RowHeight + 8;

    public static Drawing Draw(IReadOnlyList<PlotBar> bars)
    {
        var drawing = new Drawing();
        var axis = new Axis(bars.Select(bar => bar.Value).OfType<Amount>());
        foreach (var (at, bar) in bars.Index())
        {
            var y = at * RowHeight + 16;
            drawing.Text(0, y, bar.Name, Paint.Strong).Text(100, y, bar.Text, Paint.Strong, "end");
            drawing.Inside(0, y + 5, 100, BarHeight, Bar(axis, bar.Value));
        }
        return drawing;
    }

    /// <summary>A bar alone, as wide as its place allows.</summary>
    public static Drawing Bar(Axis axis, Amount? value)
    {
        var drawing = new Drawing();
        var zero = axis.Height(Amount.Zero) * 100;
        drawing.Line(zero, 0, zero, BarHeight, Paint.Axis);
        if (value is not { Sign: not 0 } amount) return drawing;
        var at = axis.Height(amount) * 100;
        return drawing.Rect(Math.Min(zero, at), 1, Math.Max(Math.Abs(at - zero), 0.3), BarHeight - 2, Paint.Bar(0));
    }
}
