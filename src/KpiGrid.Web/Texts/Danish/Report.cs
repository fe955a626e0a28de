namespace KpiGrid.Web.Texts;

/// <content>Reporting a measurement, and its receipt.</content>
internal static partial class Danish
{
    public static ReportWords Report { get; } = new()
    {
        Menu = "Indberet",
        Title = "Indberet et tal",
        CorrectTitle = "Ret et tal",
        ForWhich = "For hvilket pilotprojekt?",
        NoPilots = "Der er intet pilotprojekt, du kan indberette for. Bed en administrator om et link med rollen lead.",
        OtherPilot = "Et andet pilotprojekt",
        ByFile = "Send en fil i stedet",
        Stream = "Hvad indberetter du?",
        Choose = "Vælg",
        ChooseFirst = "Vælg, hvad du indberetter, så åbner formularen.",
        NoStreams = "Pilotprojektet indberetter ikke noget nøgletal endnu. Send de første tal som en fil, eller bed "
            + "koordinatoren om at angive, hvad det indberetter.",
        Period = "For hvilken periode?",
        Day = "For hvilken dag?",
        PeriodReported = "indberettet",
        PeriodMissing = "mangler",
        PeriodOpen = "ikke slut endnu",
        OtherPeriod = "En anden periode",
        OtherPeriodHint = "For eksempel 2026-11-03, 2026-W45, 2026-11 eller 2026-Q4. Den gælder i stedet for den ovenfor.",
        Numbers = new Dictionary<string, string>
        {
            ["value"] = "Værdi",
            ["numerator"] = "Del",
            ["denominator"] = "Ud af",
            ["weight"] = "Vægt",
            ["reading"] = "Hvad måleren viser",
        },
        NumberHint = "Decimalkomma eller decimalpunktum: begge dele læses.",
        WhichMeant = "»{0}« kan læses på to måder. Hvilket tal mener du?",
        Members = "Eller hvem, et id pr. linje",
        MembersHint = "Den, der står i flere indberetninger, tæller én gang. Der gemmes kun en kode dannet af hvert id, "
            + "aldrig id’et selv.",
        Provisional = "Foreløbig: bedre data følger",
        Note = "Bemærkning",
        Evidence = "Dokumentation: links, et pr. linje",
        OnBehalfOf = "På vegne af",
        Send = "Indberet",
        KindLabel = "Hvad drejer det sig om?",
        Kinds = new Dictionary<string, string>
        {
            ["correction"] = "Tallet var forkert",
            ["revision"] = "Der er bedre data",
            ["withdrawal"] = "Det skulle ikke have været sendt: tag det ud",
        },
        Reason = "Hvorfor? Tallets læsere ser dette.",
        SlipTitle = "Er tallet rigtigt?",
        SlipThousand = "Det er omkring en faktor 1.000 fra det sædvanlige her, omkring {0}. {1} ville passe. Kontrollér "
            + "enheden og decimaltegnet.",
        SlipShifted = "Det er omkring en faktor 10 eller 100 fra det sædvanlige her, omkring {0}. {1} ville passe. "
            + "Kontrollér, hvor decimaltegnet står.",
        SlipOutlier = "Det ligger langt fra alt, der er indberettet her før, sædvanligvis omkring {0}.",
        SlipNegative = "Det er under nul, og det har intet her været før; det sædvanlige er omkring {0}.",
        ConfirmSlip = "{0} er rigtigt: indberet det",
        SlipChange = "Intet er indberettet endnu. Sig, at tallet er rigtigt, eller ret det nedenfor.",
        ProblemsTitle = "Ikke indberettet endnu",
        Problems = "Se på det, der er markeret nedenfor.",
        Latest = "Indberettet før",
        Correct = "Ret",
        CorrectOf = "Ret {0}",
        NothingYet = "Der er ikke indberettet noget her endnu.",
        RecordedTitle = "Indberettet",
        RepeatedTitle = "Dette var allerede indberettet",
        WithdrawnTitle = "Taget ud",
        Recorded = "{0} indberettet, revision {1}.",
        Corrected = "Rettet til {0}, revision {1}.",
        Repeated = "Den samme indberetning kom to gange og tæller én gang. Intet flyttede sig.",
        WithdrawnText = "Målingen tæller ikke længere. Den kan stadig læses med din begrundelse.",
        Moved = "Hvad det flyttede",
        Place = "Sted",
        Before = "Før",
        After = "Nu",
        Change = "Ændring",
        NotSettled = "Det er på vej til totalerne: se dem om et øjeblik.",
        NothingMoved = "Ingen total flyttede sig.",
        MoreMoved = "{0} andre totaler flyttede sig.",
        Again = "Indberet et til",
        CorrectThis = "Ret dette tal",
        SeeStream = "Alle målinger",
    };
}
