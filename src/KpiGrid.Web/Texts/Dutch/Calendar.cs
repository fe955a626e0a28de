namespace KpiGrid.Web.Texts;

/// <content>Days and periods.</content>
internal static partial class Dutch
{
    public static CalendarWords Calendar { get; } = new()
    {
        Months =
        [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
            "november", "december",
        ],
        MonthsShort =
        [
            "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
        ],
        DayForm = "{0} {1} {2}",
        DayShortForm = "{0} {1}",
        MonthForm = "{0} {1}",
        QuarterForm = "{0}e kwartaal {1}",
        QuarterShortForm = "{0}e kw.",
        FirstHalfForm = "1e halfjaar {0}",
        SecondHalfForm = "2e halfjaar {0}",
        HalfShortForm = "{0}e hj.",
        WeekForm = "week {0}, {1}",
        WeekShortForm = "wk {0}",
        RangeForm = "{0} t/m {1}",
        InstantForm = "{0}, {1} uur",
        Period = "Periode",
        Year = "Jaar",
        Half = "Halfjaar",
        Quarter = "Kwartaal",
        Month = "Maand",
        Week = "Week",
        Day = "Dag",
        Earlier = "Eerder: {0}",
        Later = "Later: {0}",
        Today = "vandaag",
    };
}
