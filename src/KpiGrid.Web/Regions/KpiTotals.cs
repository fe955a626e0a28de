using KpiGrid.Api.Totals;

namespace KpiGrid.Web.Regions;

/// <summary>What a region has of one KPI.</summary>
/// <param name="Facts">The definition.</param>
/// <param name="Totals">The totals of the year and its quarters.</param>
internal sealed record KpiTotals(KpiFacts Facts, TotalsAnswer Totals)
{
    /// <summary>Whether anything is there or expected.</summary>
    public bool HasAnything => Totals.Periods.Any(period =>
        period.N > 0 || period.Value is not null || period.AtLeast is not null || period.Coverage is { Expected: > 0 });
}
