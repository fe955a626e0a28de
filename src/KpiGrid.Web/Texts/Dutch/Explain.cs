namespace KpiGrid.Web.Texts;

/// <content>What is behind a number.</content>
internal static partial class Dutch
{
    public static ExplainWords Explain { get; } = new()
    {
        Title = "Wat zit er achter het cijfer",
        Intro = "Elke meting die deel is van dit cijfer. De getoonde delen vormen samen het totaal.",
        IntroDistinct = "Elke meting die deel is van dit cijfer. Wie in meer metingen voorkomt, telt één keer.",
        Quotient = "{0} gedeeld door {1}",
        Nothing = "Geen enkele meting is deel van dit cijfer.",
        Measurement = "Meting",
        Pilot = "Proefproject",
        Period = "Periode",
        Sent = "Zoals ingestuurd",
        Part = "Deel van dit cijfer",
        Share = "Aandeel",
        Obtained = "Hoe verkregen",
        Recorded = "Vastgelegd",
        Revision = "revisie {0}",
        OneRevision = "eerste opgave",
        By = "door {0}",
        Reason = "Reden: {0}",
        Note = "Opmerking: {0}",
        Evidence = "Bewijs",
        OnBehalf = "namens {0}",
        HiddenText = "{0} metingen van {1} proefprojecten zijn deel van het totaal maar verborgen: uw toegang "
            + "reikt niet zo ver.",
        HiddenPart = "Samen komen ze op {0}.",
        AsJson = "Hetzelfde als JSON",
        Total = "Totaal",
        Members = "{0} genoemd",
        Reading = "doorlopend totaal {0}",
        Rules = new Dictionary<string, string>
        {
            ["own"] = "eigen cijfer van een deelnemer",
            ["control-total"] = "deel van een gewogen totaal dat bleef staan",
            ["replaced-part"] = "deel van een schatting die deelnemers vervingen",
            ["in-conflict"] = "in strijd met een ander cijfer",
        },
        RevisionKinds = new Dictionary<string, string>
        {
            ["initial"] = "eerste opgave",
            ["correction"] = "correctie",
            ["revision"] = "betere gegevens",
            ["restatement"] = "opnieuw opgesteld",
            ["withdrawal"] = "ingetrokken",
            ["restore"] = "hersteld",
        },
        Kinds = new Dictionary<string, string>
        {
            ["flow"] = "De hoeveelheden van de dagen worden opgeteld.",
            ["event-count"] = "Gebeurtenissen worden geteld en opgeteld.",
            ["ratio"] = "Eerst worden tellers en noemers opgeteld, daarna gedeeld.",
            ["stock"] = "Een waarde geldt tot de volgende; getoond is die op de laatste dag.",
            ["level"] = "Waarden worden gewogen en opgeteld, en gedeeld door de gewichten op de laatste dag.",
            ["score"] = "Getoond is hoe vaak elke fase geldt op de laatste dag, en de lage mediaan.",
            ["distinct"] = "Iedereen die genoemd is, telt één keer, hoe vaak ook.",
        },
    };
}
