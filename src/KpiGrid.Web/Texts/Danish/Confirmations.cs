namespace KpiGrid.Web.Texts;

/// <content>What was reported on behalf of participants, and what they say of it.</content>
internal static partial class Danish
{
    public static ConfirmationsWords Confirmations { get; } = new()
    {
        Title = "Indberettet på vegne af deltagere",
        Waiting = "Dele, der venter på bekræftelse: {0}",
        NoneWaiting = "Intet venter på bekræftelse.",
        More = "{0} ældre tal er ikke vist.",
        Hidden = "{0} tal er skjult: din adgang når dem ikke.",
        Key = "Nøgle fra {0}: {1}",
        KeyOfKpi = "Nøgle for {2} fra {0}: {1}",
        Rules = new Dictionary<string, string>
        {
            ["whole"] = "{0} er fordelt efter nøglen; ingen har indberettet sit eget tal.",
            ["control-total"] = "Kontroltotal {0}: deltagere har selv indberettet {1} af den, de resterende {2} er fordelt igen.",
            ["replaced-part"] = "Det, deltagere selv har indberettet, træder i stedet for {1} af skønnet {0}; {2} af det tæller.",
            ["in-conflict"] = "{0} står ved magt, fordelt efter nøglen; det, deltagere selv har indberettet, stemmer ikke med det.",
        },
        Statuses = new Dictionary<string, string>
        {
            ["waiting"] = "venter på bekræftelse",
            ["confirmed"] = "bekræftet",
            ["disputed"] = "bestridt",
            ["superseded"] = "venter igen: det, der blev sagt, gælder ikke længere denne del",
        },
        Told = new Dictionary<string, string>
        {
            ["confirm"] = "Bekræftet af {0} {1}: {2} i revision {3}",
            ["dispute"] = "Bestridt af {0} {1}: {2} i revision {3}",
        },
        Confirm = "Bekræft",
        Dispute = "Bestrid",
        Why = "Hvad er forkert",
        Wrong = new Dictionary<string, string>
        {
            ["reason-required"] = "Skriv, hvad der er forkert.",
            ["revision-not-current"] = "Det er rettet, siden du så det: se på det igen.",
            ["withdrawn"] = "Det er trukket tilbage.",
            ["no-part"] = "Intet af det tæller længere for denne kommune.",
            ["own-figure"] = "Du har selv indberettet eller rettet det: en anden bekræfter det.",
            ["not-allowed"] = "Du taler ikke for denne kommune.",
        },
    };
}
