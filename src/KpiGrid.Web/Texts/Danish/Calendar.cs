namespace KpiGrid.Web.Texts;

/// <content>Days and periods.</content>
internal static partial class Danish
{
    public static CalendarWords Calendar { get; } = new()
    {
        Months =
        [
            "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
            "november", "december",
        ],
        MonthsShort =
        [
            "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.",
        ],
        DayForm = "{0}. {1} {2}",
        DayShortForm = "{0}. {1}",
        MonthForm = "{0} {1}",
        QuarterForm = "{0}. kvartal {1}",
        QuarterShortForm = "{0}. kvt.",
        FirstHalfForm = "1. halvår {0}",
        SecondHalfForm = "2. halvår {0}",
        HalfShortForm = "{0}. halvår",
        WeekForm = "uge {0}, {1}",
        WeekShortForm = "uge {0}",
        RangeForm = "{0} til {1}",
        InstantForm = "{0} kl. {1}",
        Period = "Periode",
        Year = "År",
        Half = "Halvår",
        Quarter = "Kvartal",
        Month = "Måned",
        Week = "Uge",
        Day = "Dag",
        Earlier = "Tidligere: {0}",
        Later = "Senere: {0}",
        Today = "i dag",
    };
}
