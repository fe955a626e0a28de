namespace KpiGrid.Web.Regions;

/// <summary>The periods that show how a value came to where it is: some of a smaller size, ending with the one shown.</summary>
/// <param name="By">Their size.</param>
/// <param name="Days">Their days.</param>
internal sealed record Window(PeriodSize By, DayRange Days)
{
    private const int RangeDaysByDay = 31;

    /// <summary>More would be drawn as a smear, and asked of every KPI.</summary>
    private const int PeriodsMax = 120;

    /// <summary>The window of a period; by another size where one is asked.</summary>
    public static Window Of(Period period, PeriodSize? asked) => period.Size switch
    {
        PeriodSize.Year => Back(period, asked ?? PeriodSize.Quarter, first => first.AddYears(-1)),
        PeriodSize.Half or PeriodSize.Quarter => Back(period, asked ?? PeriodSize.Quarter, first => first.AddMonths(-18)),
        PeriodSize.Month => Back(period, asked ?? PeriodSize.Month, first => first.AddMonths(-11)),
        PeriodSize.Week => Back(period, asked ?? PeriodSize.Week, first => first.AddDays(-7 * 11)),
        PeriodSize.Day => Back(period, asked ?? PeriodSize.Day, first => first.AddDays(-13)),
        _ => Within(asked ?? (period.Range.Days > RangeDaysByDay ? PeriodSize.Month : PeriodSize.Day), period.Range),
    };

    private static Window Back(Period period, PeriodSize by, Func<DateOnly, DateOnly> from) =>
        Within(by, new(Period.Of(from(period.First), by).First, period.Last));

    /// <summary>Longer periods where there would be too many, and the last ones where there still are.</summary>
    private static Window Within(PeriodSize by, DayRange days)
    {
        while (by < PeriodSize.Year && IsTooMany(by, days)) by++;
        return IsTooMany(by, days)
            ? new(by, days with { First = Period.Of(days.Last.AddYears(1 - PeriodsMax), by).First })
            : new(by, days);
    }

    private static bool IsTooMany(PeriodSize by, DayRange days) =>
        Period.Between(days.First, days.Last.AddDays(1), by).Take(PeriodsMax + 1).Count() > PeriodsMax;
}
