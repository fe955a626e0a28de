using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Explain;

/// <summary>Adds up the parts of lines to the total they explain.</summary>
internal static class ExplainTotal
{
    /// <summary>The total in the shape of totals, without coverage.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="days">The days asked.</param>
    /// <param name="isPilot">A pilot counts measurements; a place counts one part for each municipality.</param>
    /// <param name="lines">All lines.</param>
    /// <param name="series">The definition series of a definition version.</param>
    public static PeriodAnswer Of(
        Definition kpi, DayRange days, bool isPilot, IReadOnlyList<ExplainLine> lines, Func<int, int> series)
    {
        var sum = new PeriodSum
        {
            Days = days,
            Buckets = [.. lines.Select(line => Bucket(kpi, isPilot, line, series))],
            Numbers = kpi.Kind == KpiKind.Distinct ? [.. lines.Index().Select(Number)] : [],
        };
        var folded = Fold.Add(days, [sum]);
        var shape = new TotalsShape(kpi, [], false, days.Last);
        return shape.Worded(folded) with { Period = Period.Of(days).ToString(), Coverage = null };
    }

    private static Bucket Bucket(Definition kpi, bool isPilot, ExplainLine line, Func<int, int> series)
    {
        var (a, b) = (Amount.Zero, Amount.Zero);
        foreach (var part in line.Parts) (a, b) = (a + part.A, b + part.B);
        var n = isPilot ? Math.Min(1, line.Parts.Count) : line.Parts.Count;
        return new(
            series(line.Entry.Definition), ClassOf(kpi, line.Entry), kpi.IsMoney ? line.Entry.Unit : null,
            line.Entry.Sent.Flag ?? Flag.Measured, line.Entry.Sent.Provisional, new(a, b, n));
    }

    private static ClassId? ClassOf(Definition kpi, SeriesEntry entry) =>
        kpi.Kind != KpiKind.Score ? entry.Stream.Class
        : ClassId.TryParse(entry.Sent.Value?.ToString(), out var score) ? score : null;

    /// <summary>Members are never told, so the lines bound the count: each holds so many.</summary>
    private static NumberOnly Number((int Index, ExplainLine Line) at) => new(
        (UInt128)at.Index, at.Line.Parts.Count == 0 ? Amount.Zero : at.Line.Parts.Max(part => part.A));
}
