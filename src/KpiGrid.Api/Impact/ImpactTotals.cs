using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Impact;

/// <summary>Reads the totals of places, each from its own memory.</summary>
internal static class ImpactTotals
{
    public static async Task<IReadOnlyList<PeriodSum>> Read(
        IGrainFactory grains, ImpactNode node, KpiCode kpi, IReadOnlyList<Period> periods)
    {
        var question = new SumsQuestion { Kpi = kpi, Periods = [.. periods.Select(period => period.Range)] };
        var id = node.Place.Id;
        var sums = node.Place.Kind switch
        {
            PlaceKind.Pilot => await grains.GetGrain<IPilotGrain>(id).Sums(question),
            PlaceKind.Municipality => await grains.GetGrain<IMunicipalityGrain>(id).Sums(question),
            _ => await grains.GetGrain<IRegionGrain>(id).Sums(question),
        };
        return sums.Periods;
    }

    /// <summary>The periods in which a KPI is told: its own frequency's, and the quarter for what just happens.</summary>
    public static IReadOnlyList<Period> Periods(KpiFacts kpi, IEnumerable<DateOnly> days)
    {
        var size = kpi.Frequency switch
        {
            Frequency.Day => PeriodSize.Day,
            Frequency.Week => PeriodSize.Week,
            Frequency.Month => PeriodSize.Month,
            Frequency.Half => PeriodSize.Half,
            Frequency.Year => PeriodSize.Year,
            _ => PeriodSize.Quarter,
        };
        return [.. days.Select(day => Period.Of(day, size)).Distinct().OrderBy(period => period.Range)];
    }
}
