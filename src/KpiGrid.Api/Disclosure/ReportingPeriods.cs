using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Disclosure;

/// <summary>The reporting periods of a KPI: what confidential figures are counted by, never by less.</summary>
internal sealed class ReportingPeriods(KpiFacts kpi, HidingRules rules)
{
    /// <summary>What is reported when it happens is counted by the year.</summary>
    private readonly PeriodSize size = PeriodSizes.TryParse(kpi.Frequency.Text(), out var known) ? known : PeriodSize.Year;

    /// <summary>The reporting periods that days are made of, of a standing value the last one; null when they are not whole.</summary>
    public IReadOnlyList<DayRange>? Of(DayRange days)
    {
        if (!rules.HasFlag(HidingRules.WholePeriods)) return [days];
        var periods = AskedPeriod.Between(days.First, days.Last.AddDays(1), size).ToList();
        if (periods.Exists(period => period.IsClipped)) return null;
        return kpi.Kind.IsStanding() ? [periods[^1].Days] : [.. periods.Select(period => period.Days)];
    }
}
