namespace KpiGrid.Web.Charts;

/// <summary>Draws values over periods: bars of what was reported for each, or lines of what was in force.</summary>
internal sealed class TimeChart
{
    public const int Height = 240;
    private const double Top = 22;
    private const int LabelsMax = 12;

    /// <summary>How many of them stand beside each other on a phone.</summary>
    private const int NarrowMax = 8;
    private const double NameHeight = 16;

    private readonly Plot plot;
    private readonly Axis axis;
    private readonly double foot;
    private readonly double right;
    private readonly Drawing drawing = new();

    private TimeChart(Plot plot, int height)
    {
        this.plot = plot;
        axis = new(plot.Values());
        foot = height - 38;
        // Room for the names at the ends of lines.
        right = plot.Lines.Count > 1 || plot.IsStanding ? 82 : 100;
    }

    public static Drawing Draw(Plot plot, int height = Height) => new TimeChart(plot, height).Draw();

    private Drawing Draw()
    {
        DrawScale();
        DrawPeriods();
        if (plot.Band is { } band) DrawBand(band);
        if (plot.Target is { } target) drawing.Line(0, Y(target), right, Y(target), Paint.Target);
        if (plot is { IsStanding: false, Lines.Count: 1 }) DrawBars(plot.Lines[0]);
        else DrawLines();
        return drawing;
    }

    private void DrawScale()
    {
        foreach (var amount in axis.Lines())
        {
            drawing.Line(0, Y(amount), 100, Y(amount), amount == Amount.Zero ? Paint.Axis : Paint.Grid);
            drawing.Text(0, Y(amount) - 4, plot.SayShort(amount), Paint.Label);
        }
    }

    private void DrawPeriods()
    {
        var every = (plot.Periods.Count + LabelsMax - 1) / LabelsMax;
        var isTight = plot.Periods.Count > NarrowMax * every;
        foreach (var (at, period) in plot.Periods.Index())
        {
            if (at % every == 0)
                drawing.Text(Middle(at), foot + 16, period.Text, isTight && at / every % 2 == 1 ? Paint.Between : Paint.Label, "middle");
            if (period.Year is { } year) drawing.Text(Middle(at), foot + 32, year, Paint.Label, "middle");
        }
    }

    private void DrawBars(PlotLine line)
    {
        var width = Width * 0.68;
        foreach (var (at, value) in line.Values.Index())
        {
            if (value is not { } amount) continue;
            var (top, bottom) = (Math.Min(Y(amount), Y(Amount.Zero)), Math.Max(Y(amount), Y(Amount.Zero)));
            drawing.Rect(Middle(at) - width / 2, top, width, Math.Max(bottom - top, 1),
                plot.Periods[at].IsUnfinished ? Paint.Unfinished(0) : Paint.Bar(0), plot.Say(amount));
            if (plot.Periods.Count <= LabelsMax) drawing.Text(Middle(at), top - 5, plot.SayShort(amount), Paint.Strong, "middle");
        }
    }

    private void DrawBand(PlotBand band)
    {
        foreach (var (at, (least, most)) in band.Least.Zip(band.Most).Index())
            if (least is { } low && most is { } high)
                drawing.Rect(Middle(at) - Width / 2, Y(high), Width, Math.Max(Y(low) - Y(high), 1), Paint.Band(0), band.Name);
    }

    private void DrawLines()
    {
        var ends = new List<(int Line, double X, double Y, string Text)>();
        foreach (var (index, line) in plot.Lines.Index())
        {
            DrawLine(index, line);
            var last = line.Values.ToList().FindLastIndex(value => value is not null);
            if (last < 0) continue;
            var end = line.Values[last]!.Value;
            ends.Add(plot.Lines.Count > 1 ? (index, right, Y(end), line.Name) : (index, Middle(last), Y(end), plot.SayShort(end)));
        }
        DrawNames(ends);
    }

    private void DrawLine(int index, PlotLine line)
    {
        var paint = Paint.Dashed(index);
        (double X, double Y)? before = null;
        foreach (var (at, value) in line.Values.Index())
        {
            if (value is not { } amount) { before = null; continue; }
            var here = (X: Middle(at), Y: Y(amount));
            if (before is { } from && plot.IsStanding)
                drawing.Line(from.X, from.Y, here.X, from.Y, paint).Line(here.X, from.Y, here.X, here.Y, paint);
            else if (before is { } start) drawing.Line(start.X, start.Y, here.X, here.Y, paint);
            drawing.Circle(here.X, here.Y, 3.5, Paint.Dot(index), $"{line.Name}: {plot.Say(amount)}");
            before = here;
        }
    }

    /// <summary>
    /// The names of lines at the right, pushed apart where they would lie on each other; the value of an only line beside its end.
    /// </summary>
    private void DrawNames(List<(int Line, double X, double Y, string Text)> ends)
    {
        var free = Top;
        foreach (var (line, x, at, text) in ends.OrderBy(end => end.Y))
        {
            var y = Math.Max(at + 4, free);
            drawing.Text(x, y, text, Paint.Name(line), dx: 6);
            free = y + NameHeight;
        }
    }

    private double Width => right / plot.Periods.Count;

    private double Middle(int at) => (at + 0.5) * Width;

    private double Y(Amount amount) => foot - axis.Height(amount) * (foot - Top);
}
