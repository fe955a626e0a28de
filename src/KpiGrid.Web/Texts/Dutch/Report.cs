namespace KpiGrid.Web.Texts;

/// <content>Reporting a measurement, and its receipt.</content>
internal static partial class Dutch
{
    public static ReportWords Report { get; } = new()
    {
        Menu = "Rapporteren",
        Title = "Een cijfer rapporteren",
        CorrectTitle = "Een cijfer corrigeren",
        ForWhich = "Voor welk proefproject?",
        NoPilots = "Er is geen proefproject waarvoor u kunt rapporteren. Vraag een beheerder om een link met de rol "
            + "lead.",
        OtherPilot = "Een ander proefproject",
        ByFile = "Liever een bestand sturen",
        Stream = "Wat rapporteert u?",
        Choose = "Kies",
        ChooseFirst = "Kies wat u rapporteert, dan opent het formulier.",
        NoStreams = "Dit proefproject rapporteert nog geen indicator. Stuur de eerste cijfers als bestand, of vraag de "
            + "coördinator op te geven wat het rapporteert.",
        Period = "Voor welke periode?",
        Day = "Voor welke dag?",
        PeriodReported = "gerapporteerd",
        PeriodMissing = "ontbreekt",
        PeriodOpen = "nog niet voorbij",
        OtherPeriod = "Een andere periode",
        OtherPeriodHint = "Bijvoorbeeld 2026-11-03, 2026-W45, 2026-11 of 2026-Q4. Deze geldt in plaats van die hierboven.",
        Numbers = new Dictionary<string, string>
        {
            ["value"] = "Waarde",
            ["numerator"] = "Deel",
            ["denominator"] = "Van het geheel",
            ["weight"] = "Gewicht",
            ["reading"] = "Wat de meter aanwijst",
        },
        NumberHint = "Decimale komma of punt: beide worden gelezen.",
        WhichMeant = "“{0}” kan op twee manieren gelezen worden. Welk getal bedoelt u?",
        Members = "Of wie, één id per regel",
        MembersHint = "Wie in meerdere rapportages staat, telt één keer. Alleen een code van elk id wordt bewaard, nooit "
            + "het id zelf.",
        Silence = "Of is er niets te melden?",
        NotSilent = "Er is een getal",
        SilenceHint = "Met een reden telt het als gerapporteerd en vraagt niemand erom. Nul is een getal: schrijf 0.",
        Provisional = "Voorlopig: betere gegevens volgen",
        Note = "Opmerking",
        Evidence = "Bewijs: links, één per regel",
        OnBehalfOf = "Namens",
        Send = "Vastleggen",
        KindLabel = "Waar gaat het om?",
        Kinds = new Dictionary<string, string>
        {
            ["correction"] = "Het cijfer was fout",
            ["revision"] = "Er zijn betere gegevens",
            ["withdrawal"] = "Het had niet gestuurd mogen worden: haal het eruit",
        },
        Reason = "Waarom? Lezers van het cijfer zien dit.",
        SlipTitle = "Klopt dit getal?",
        SlipThousand = "Het scheelt ongeveer een factor 1.000 met wat hier gewoon is, ongeveer {0}. {1} zou passen. "
            + "Controleer de eenheid en het decimaalteken.",
        SlipShifted = "Het scheelt ongeveer een factor 10 of 100 met wat hier gewoon is, ongeveer {0}. {1} zou passen. "
            + "Controleer waar het decimaalteken staat.",
        SlipOutlier = "Het ligt ver van alles wat hier eerder is gerapporteerd, gewoonlijk ongeveer {0}.",
        SlipNegative = "Het is onder nul, en dat was hier nog niets; gewoon is ongeveer {0}.",
        ConfirmSlip = "{0} klopt: leg het vast",
        SlipChange = "Er is nog niets vastgelegd. Zeg dat het klopt, of wijzig het hieronder.",
        ProblemsTitle = "Nog niet vastgelegd",
        Problems = "Kijk naar wat hieronder is aangegeven.",
        Latest = "Eerder gerapporteerd",
        Correct = "Corrigeren",
        CorrectOf = "Corrigeer {0}",
        NothingYet = "Hier is nog niets gerapporteerd.",
        RecordedTitle = "Vastgelegd",
        RepeatedTitle = "Dit was al vastgelegd",
        WithdrawnTitle = "Eruit gehaald",
        Recorded = "{0} vastgelegd, revisie {1}.",
        Corrected = "Gecorrigeerd naar {0}, revisie {1}.",
        Repeated = "Dezelfde rapportage kwam twee keer en telt één keer. Er is niets veranderd.",
        WithdrawnText = "De meting telt niet meer mee. Ze blijft leesbaar, met uw reden.",
        Moved = "Wat er veranderde",
        Place = "Plaats",
        Before = "Voor",
        After = "Nu",
        Change = "Verschil",
        NotSettled = "Het is onderweg naar de totalen: bekijk ze over een ogenblik.",
        NothingMoved = "Geen totaal is veranderd.",
        MoreMoved = "{0} andere totalen zijn veranderd.",
        Again = "Nog een rapporteren",
        CorrectThis = "Dit cijfer corrigeren",
        SeeStream = "Alle metingen",
    };
}
