namespace KpiGrid.Web.Texts;

/// <content>Municipalities and pilots.</content>
internal static partial class Dutch
{
    public static PlacesWords Places { get; } = new()
    {
        Inhabitants = "{0} inwoners ({1})",
        Until = "tot {0}",
        PartOf = "Deel van",
        Pilots = "Proefprojecten hier",
        NoPilots = "Geen proefproject hier waar u toegang toe hebt, heeft al gerapporteerd.",
        Start = "Start",
        PlannedEnd = "Gepland einde",
        ClosedBefore = "Afgesloten vóór",
        Lead = "Trekker",
        Budget = "Budget",
        Stages = "Fasen",
        Shares = "Aandelen",
        SharesText = "De cijfers van het proefproject worden volgens deze aandelen verdeeld; elke dag vormen ze "
            + "samen het geheel.",
        Share = "Aandeel",
        From = "Van",
        To = "Tot",
        OnlyFor = "alleen voor {0}",
        ReplicaOf = "Herhaalt",
        Links = "Links",
        Tags = "Trefwoorden",
        Streams = "Wat het rapporteert",
        StreamsNote = "Eén vakje per verwachte periode van het laatste jaar: gevuld is gerapporteerd, leeg "
            + "ontbreekt, gestreept loopt nog.",
        NoStreams = "Het heeft nog niet opgegeven wat het rapporteert. Wie het leidt, rapporteert een eerste "
            + "cijfer of stuurt een bestand.",
        LastReported = "Gerapporteerd t/m",
        Never = "nog niets",
        Frequency = "Verwacht",
        Frequencies = new Dictionary<string, string>
        {
            ["day"] = "elke dag",
            ["week"] = "elke week",
            ["month"] = "elke maand",
            ["quarter"] = "elk kwartaal",
            ["half"] = "elk halfjaar",
            ["year"] = "elk jaar",
            ["event"] = "wanneer het gebeurt",
        },
        PeriodReported = "{0}: gerapporteerd",
        PeriodMissing = "{0}: niet gerapporteerd",
        PeriodOpen = "{0}: loopt nog",
        Participant = "eigen cijfers van {0}",
    };
}
