namespace KpiGrid.Web.Texts;

/// <content>Which periods of a pilot may still change.</content>
internal static partial class Danish
{
    public static ApprovalWords Approval { get; } = new()
    {
        Title = "Åbne og godkendte perioder",
        Levels =
        [
            "Ingen skal godkende det, der indberettes.",
            "Det, den ansvarlige indsender, er godkendt og låst; en koordinator åbner det igen.",
            "Den ansvarlige indsender, en koordinator godkender; det godkendte er låst, til en koordinator åbner det igen.",
        ],
        Statuses = new Dictionary<string, string>
        {
            ["open"] = "åben", ["submitted"] = "indsendt", ["approved"] = "godkendt", ["closed"] = "lukket",
        },
        Buttons = new Dictionary<string, string>
        {
            ["submit"] = "Indsend alt før denne dag", ["recall"] = "Træk tilbage fra denne dag",
            ["approve"] = "Godkend alt før denne dag", ["reopen"] = "Åbn igen fra denne dag",
        },
        Told = new Dictionary<string, string>
        {
            ["submit"] = "Indsendt før {0}", ["recall"] = "Trukket tilbage fra {0}",
            ["approve"] = "Godkendt før {0}", ["reopen"] = "Åbnet igen fra {0}",
        },
        Day = "Første åbne dag",
        Note = "Det kræver en begrundelse at åbne igen.",
        DayWrong = "Angiv en dag.",
        Wrong = new Dictionary<string, string>
        {
            ["day-not-over"] = "Kun det, der er slut, kan indsendes.",
            ["already-submitted"] = "Det er allerede indsendt.",
            ["already-approved"] = "Det er allerede godkendt.",
            ["not-submitted"] = "Intet af det er indsendt.",
            ["period-approved"] = "Det er godkendt: en koordinator åbner det igen.",
            ["approval-not-asked"] = "Dette pilotprojekt beder ikke om det.",
            ["reason-required"] = "Skriv hvorfor.",
        },
    };
}
