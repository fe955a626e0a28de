using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Impact;

/// <summary>Puts what moved of one KPI into words: the totals with the push and without it.</summary>
internal sealed class ImpactLines(
    Definition kpi, OwnChange change, IReadOnlyDictionary<(string, KpiCode, DayRange), PeriodSum> before)
{
    private readonly TotalsShape shape = new(kpi, [], false, DateOnly.MaxValue);

    public MoveAnswer Line(ImpactNode node, Period period, PeriodSum total)
    {
        var place = node.Place.ToString();
        var isUnion = kpi.Kind == KpiKind.Distinct;
        var (from, to) = (
            isUnion ? Before(place, period, total) : change.Without(total, node),
            shape.Worded(total));
        var was = from is null ? new() { Period = "" } : shape.Worded(from);
        return new()
        {
            Node = place,
            Name = node.Name,
            Kpi = kpi.Code.Value,
            Period = period.ToString(),
            From = was.Value,
            To = to.Value,
            Unit = to.Unit ?? was.Unit ?? kpi.Unit,
            Coverage = to.Coverage,
            How = isUnion ? "read-before-and-after" : "own-change",
            Before = SideAnswer.Of(was),
            After = SideAnswer.Of(to),
        };
    }

    /// <summary>What it was is told where what it is may be, and both hold nothing that others keep to themselves.</summary>
    private PeriodSum? Before(string place, Period period, PeriodSum total) =>
        before.GetValueOrDefault((place, kpi.Code, period.Range)) is { } was && !total.IsSuppressed
        && (!was.IsConfidential || total.IsConfidential) ? was : null;
}
