namespace KpiGrid.Web.Charts;

/// <summary>The course of a value in the space of a line; the words beside it say the rest.</summary>
internal static class Sparkline
{
    public const int Height = 40;
    private const double Pad = 4;

    public static Drawing Draw(Plot plot)
    {
        var drawing = new Drawing();
        var axis = new Axis(plot.Values());
        var (values, width) = (plot.Lines[0].Values, 100.0 / plot.Periods.Count);
        drawing.Line(0, Y(axis, Amount.Zero), 100, Y(axis, Amount.Zero), Paint.Grid);
        (double X, double Y)? before = null;
        foreach (var (at, value) in values.Index())
        {
            if (value is not { } amount) { before = null; continue; }
            var (x, y) = ((at + 0.5) * width, Y(axis, amount));
            if (plot.IsStanding) DrawStep(drawing, before, x, y);
            else DrawBar(drawing, at * width, width, y, Y(axis, Amount.Zero), plot.Periods[at].IsUnfinished);
            before = (x, y);
        }
        return drawing;
    }

    private static void DrawBar(Drawing drawing, double x, double width, double y, double zero, bool isUnfinished) =>
        drawing.Rect(x + width * 0.15, Math.Min(y, zero), width * 0.7, Math.Max(Math.Abs(zero - y), 1.5),
            isUnfinished ? Paint.Unfinished(0) : Paint.Bar(0));

    private static void DrawStep(Drawing drawing, (double X, double Y)? before, double x, double y)
    {
        if (before is { } from)
            drawing.Line(from.X, from.Y, x, from.Y, Paint.Line(0)).Line(x, from.Y, x, y, Paint.Line(0));
        drawing.Circle(x, y, 2.5, Paint.Dot(0));
    }

    private static double Y(Axis axis, Amount amount) => Height - Pad - axis.Height(amount) * (Height - 2 * Pad);
}
