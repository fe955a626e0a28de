namespace KpiGrid.Web.Texts;

/// <content>A region by field.</content>
internal static partial class Danish
{
    public static FieldsWords Fields { get; } = new()
    {
        Title = "Felter",
        Lead = "Hvad der sker med virksomheder, uddannelse, borgere og kommunen selv. Hvert felt har sit eget tempo; et pilotprojekt kan røre flere, så felter lægges ikke sammen.",
        Pilots = new("1 pilotprojekt", "{0} pilotprojekter"),
        Pilot = "Pilotprojekt",
        Nothing = "Intet pilotprojekt her arbejder i dette felt endnu.",
        LastReported = "senest indberettet {0}",
        NeverReported = "intet indberettet endnu",
        Late = "{0} forsinket",
        LateStreams = "Forsinket",
        Several = "Hvad der rører flere felter",
        Untagged = "Endnu ikke i noget felt: {0}. Et pilotprojekt kommer i et felt med sine emneord.",
        Names = new Dictionary<string, string>
        {
            ["companies"] = "Virksomheder",
            ["education"] = "Uddannelse",
            ["citizens"] = "Borgere",
            ["municipality-as-organisation"] = "Kommunen som organisation",
        },
    };
}
