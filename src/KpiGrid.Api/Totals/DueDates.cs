using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Totals;

/// <summary>By when the parts of a total were due.</summary>
/// <param name="days">The working days of the countries asked for.</param>
/// <param name="frequency">How often the KPI is reported.</param>
/// <param name="grace">Working days of grace.</param>
/// <param name="today">The local day.</param>
internal sealed class DueDates(WorkingDays days, Frequency frequency, int grace, DateOnly today)
{
    public static DueDates Of(KnownPlaces places, KpiFacts kpi, DutyOptions options, DateOnly today) =>
        new(WorkingDays.Of(places.Municipalities), kpi.Frequency, options.GraceDays, today);

    /// <summary>Coverage with the due date of the last reporting period that a range reaches into, and who missed it.</summary>
    public CoverageAnswer? Add(CoverageAnswer? coverage, DayRange range)
    {
        if (coverage is not { Expected: > 0 } || !PeriodSizes.TryParse(frequency.Text(), out var size)) return coverage;
        var due = days.Due(Period.Of(range.Last, size).Range, grace);
        return coverage with { Due = due, Late = due < today ? coverage.Expected - coverage.Reported : 0 };
    }
}
