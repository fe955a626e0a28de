namespace KpiGrid.Web.Texts;

/// <content>Which periods of a pilot may still change.</content>
internal static partial class Dutch
{
    public static ApprovalWords Approval { get; } = new()
    {
        Title = "Open en goedgekeurde perioden",
        Levels =
        [
            "Niemand hoeft goed te keuren wat gerapporteerd wordt.",
            "Wat de verantwoordelijke indient, is goedgekeurd en vergrendeld; een coördinator heropent het.",
            "De verantwoordelijke dient in, een coördinator keurt goed; wat goedgekeurd is, blijft vergrendeld tot een "
            + "coördinator het heropent.",
        ],
        Statuses = new Dictionary<string, string>
        {
            ["open"] = "open", ["submitted"] = "ingediend", ["approved"] = "goedgekeurd", ["closed"] = "afgesloten",
        },
        Buttons = new Dictionary<string, string>
        {
            ["submit"] = "Alles vóór deze dag indienen", ["recall"] = "Vanaf deze dag terugtrekken",
            ["approve"] = "Alles vóór deze dag goedkeuren", ["reopen"] = "Vanaf deze dag heropenen",
        },
        Told = new Dictionary<string, string>
        {
            ["submit"] = "Ingediend tot {0}", ["recall"] = "Teruggetrokken vanaf {0}",
            ["approve"] = "Goedgekeurd tot {0}", ["reopen"] = "Heropend vanaf {0}",
        },
        Day = "Eerste open dag",
        Note = "Heropenen vraagt een reden.",
        DayWrong = "Geef een dag.",
        Wrong = new Dictionary<string, string>
        {
            ["day-not-over"] = "Alleen wat voorbij is, kan worden ingediend.",
            ["already-submitted"] = "Dat is al ingediend.",
            ["already-approved"] = "Dat is al goedgekeurd.",
            ["not-submitted"] = "Daarvan is niets ingediend.",
            ["period-approved"] = "Dat is goedgekeurd: een coördinator heropent het.",
            ["approval-not-asked"] = "Dit proefproject vraagt daar niet om.",
            ["reason-required"] = "Zeg waarom.",
        },
    };
}
