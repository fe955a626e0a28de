using System.Globalization;

namespace KpiGrid.Web.Texts;

/// <content>Days, periods and instants.</content>
internal sealed partial record Words
{
    /// <summary>A day with its year.</summary>
    public string Day(DateOnly day) => Fill(Calendar.DayForm, day.Day, Calendar.Months[day.Month - 1], Year(day));

    /// <summary>A day where its year is known.</summary>
    public string DayShort(DateOnly day) => Fill(Calendar.DayShortForm, day.Day, Calendar.MonthsShort[day.Month - 1]);

    /// <summary>An instant as a clock at a place shows it.</summary>
    public string Instant(DateTimeOffset local) => Fill(Calendar.InstantForm,
        Day(DateOnly.FromDateTime(local.DateTime)), local.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>A period in full, as in a title.</summary>
    public string Of(Period period) => period.Size switch
    {
        PeriodSize.Day => Day(period.First),
        PeriodSize.Week => Fill(Calendar.WeekForm, ISOWeek.GetWeekOfYear(period.First),
            ISOWeek.GetYear(period.First)),
        PeriodSize.Month => Fill(Calendar.MonthForm, Calendar.Months[period.First.Month - 1], Year(period.First)),
        PeriodSize.Quarter => Fill(Calendar.QuarterForm, Quarter(period), Year(period.First)),
        PeriodSize.Half => Fill(period.First.Month == 1 ? Calendar.FirstHalfForm : Calendar.SecondHalfForm, Year(period.First)),
        PeriodSize.Year => Year(period.First),
        _ => Fill(Calendar.RangeForm, Day(period.First), Day(period.Last)),
    };

    /// <summary>A period where its year is known, as on an axis.</summary>
    public string Short(Period period) => period.Size switch
    {
        PeriodSize.Day => DayShort(period.First),
        PeriodSize.Week => Fill(Calendar.WeekShortForm, ISOWeek.GetWeekOfYear(period.First)),
        PeriodSize.Month => Calendar.MonthsShort[period.First.Month - 1],
        PeriodSize.Quarter => Fill(Calendar.QuarterShortForm, Quarter(period)),
        PeriodSize.Half => Fill(Calendar.HalfShortForm, period.First.Month == 1 ? 1 : 2),
        PeriodSize.Year => Year(period.First),
        _ => Fill(Calendar.RangeForm, DayShort(period.First), DayShort(period.Last)),
    };

    public string Of(PeriodSize size) => size switch
    {
        PeriodSize.Day => Calendar.Day,
        PeriodSize.Week => Calendar.Week,
        PeriodSize.Month => Calendar.Month,
        PeriodSize.Quarter => Calendar.Quarter,
        PeriodSize.Half => Calendar.Half,
        PeriodSize.Year => Calendar.Year,
        _ => Calendar.Period,
    };

    private static int Quarter(Period period) => (period.First.Month + 2) / 3;

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);
}
