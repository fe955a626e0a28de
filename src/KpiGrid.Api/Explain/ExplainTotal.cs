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
    /// <param name="members">Of a distinct count: the members of all pilots.</param>
    public static PeriodAnswer Of(
        Definition kpi, DayRange days, bool isPilot, IReadOnlyList<ExplainLine> lines, Func<int, int> series,
        IReadOnlyList<ExplainedMembers>? members = null)
    {
        var sum = new PeriodSum
        {
            Days = days,
            Buckets = [.. lines.Select(line => Bucket(kpi, isPilot, line, series))],
            Members = [.. (members ?? []).SelectMany(each => each.Members).Distinct()],
            Numbers = [.. (members ?? []).SelectMany(each => each.Numbers)],
        };
        var folded = Fold.Add(days, [sum]);
        var shape = new TotalsShape(kpi, [], false, days.Last);
        return Exceeded(kpi, shape.Worded(folded), lines) with
        {
            Period = Period.Of(days).ToString(), Coverage = null,
        };
    }

    /// <summary>One member may be in several lines, and each municipality of a pilot holds all of them.</summary>
    private static PeriodAnswer Exceeded(Definition kpi, PeriodAnswer total, IEnumerable<ExplainLine> lines)
    {
        if (kpi.Kind != KpiKind.Distinct || total.Value is not { } value) return total;
        var added = lines.SelectMany(line => line.Parts).Aggregate(Amount.Zero, (sum, part) => sum + part.A);
        return added == value ? total : total with { PartsExceed = added };
    }

    private static Bucket Bucket(Definition kpi, bool isPilot, ExplainLine line, Func<int, int> series)
    {
        var (a, b) = (Amount.Zero, Amount.Zero);
        if (kpi.Kind != KpiKind.Distinct)
            foreach (var part in line.Parts) (a, b) = (a + part.A, b + part.B);
        var n = isPilot ? Math.Min(1, line.Parts.Count) : line.Parts.Count;
        return new(
            series(line.Entry.Definition), ClassOf(kpi, line.Entry), kpi.IsMoney ? line.Entry.Unit : null,
            line.Entry.Sent.Flag ?? Flag.Measured, line.Entry.Sent.Provisional, new(a, b, n));
    }

    private static ClassId? ClassOf(Definition kpi, SeriesEntry entry) =>
        kpi.Kind != KpiKind.Score ? entry.Stream.Class
        : ClassId.TryParse(entry.Sent.Value?.ToString(), out var score) ? score : null;
}
