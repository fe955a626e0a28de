namespace KpiGrid.Web.Texts;

/// <content>Municipalities and pilots.</content>
internal static partial class Danish
{
    public static PlacesWords Places { get; } = new()
    {
        Inhabitants = "{0} indbyggere ({1})",
        Until = "indtil {0}",
        PartOf = "Del af",
        Pilots = "Pilotprojekter her",
        NoPilots = "Intet pilotprojekt her, som du har adgang til, har indberettet endnu.",
        Start = "Start",
        PlannedEnd = "Planlagt slut",
        ClosedBefore = "Lukket før",
        Lead = "Ansvarlig",
        Budget = "Budget",
        Stages = "Trin",
        Shares = "Andele",
        SharesText = "Pilotprojektets tal deles efter disse andele; hver dag giver de det hele tilsammen.",
        Share = "Andel",
        From = "Fra",
        To = "Til",
        OnlyFor = "kun for {0}",
        ReplicaOf = "Gentager",
        Links = "Links",
        Tags = "Emneord",
        Streams = "Hvad det indberetter",
        StreamsNote = "Én firkant pr. forventet periode i det seneste år: udfyldt er indberettet, tom mangler, "
            + "stiplet er i gang.",
        NoStreams = "Det har endnu ikke meldt, hvad det indberetter. Den, der leder det, indberetter et første "
            + "tal eller sender en fil.",
        LastReported = "Indberettet til og med",
        Never = "intet endnu",
        Frequency = "Forventes",
        Frequencies = new Dictionary<string, string>
        {
            ["day"] = "hver dag",
            ["week"] = "hver uge",
            ["month"] = "hver måned",
            ["quarter"] = "hvert kvartal",
            ["half"] = "hvert halvår",
            ["year"] = "hvert år",
            ["event"] = "når det sker",
        },
        PeriodReported = "{0}: indberettet",
        PeriodMissing = "{0}: ikke indberettet",
        PeriodOpen = "{0}: i gang",
        Participant = "egne tal for {0}",
    };
}
