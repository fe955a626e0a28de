namespace KpiGrid.Web.Texts;

/// <content>Days and periods.</content>
internal static partial class English
{
    public static CalendarWords Calendar { get; } = new()
    {
        Months =
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        MonthsShort =
        [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
        DayForm = "{0} {1} {2}",
        DayShortForm = "{0} {1}",
        MonthForm = "{0} {1}",
        QuarterForm = "Q{0} {1}",
        QuarterShortForm = "Q{0}",
        FirstHalfForm = "first half of {0}",
        SecondHalfForm = "second half of {0}",
        HalfShortForm = "H{0}",
        WeekForm = "week {0} of {1}",
        WeekShortForm = "w{0}",
        RangeForm = "{0} to {1}",
        InstantForm = "{0}, {1}",
        Period = "Period",
        Year = "Year",
        Half = "Half-year",
        Quarter = "Quarter",
        Month = "Month",
        Week = "Week",
        Day = "Day",
        Earlier = "Earlier: {0}",
        Later = "Later: {0}",
        Today = "today",
    };
}
