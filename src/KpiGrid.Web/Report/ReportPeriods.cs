using KpiGrid.Api.Streams;

namespace KpiGrid.Web.Report;

/// <summary>The periods that a stream is reported for.</summary>
internal static class ReportPeriods
{
    /// <summary>The size of period of a frequency; null for days and for what just happens, which are picked as a day.</summary>
    public static PeriodSize? Size(Frequency frequency) => frequency switch
    {
        Frequency.Week => PeriodSize.Week,
        Frequency.Month => PeriodSize.Month,
        Frequency.Quarter => PeriodSize.Quarter,
        Frequency.Half => PeriodSize.Half,
        Frequency.Year => PeriodSize.Year,
        _ => null,
    };

    /// <summary>The latest periods, the newest first: that of the day, and about three years back.</summary>
    public static IReadOnlyList<Period> Latest(PeriodSize size, DateOnly today) =>
        [.. Period.Between(today.AddYears(size == PeriodSize.Week ? -1 : -3), today.AddDays(1), size).Reverse()];

    /// <summary>The period that is most likely meant: the last one that has ended and is missing, else that of the day.</summary>
    public static string Likely(Frequency frequency, DateOnly today, IReadOnlyList<ExpectedPeriod> expected) =>
        expected.LastOrDefault(period => period is { Reported: false, InProgress: false })?.Period
        ?? (Size(frequency) is { } size ? Period.Of(today, size) : Period.Of(today, PeriodSize.Day)).ToString();
}
