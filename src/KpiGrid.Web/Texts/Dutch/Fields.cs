namespace KpiGrid.Web.Texts;

/// <content>A region by field.</content>
internal static partial class Dutch
{
    public static FieldsWords Fields { get; } = new()
    {
        Title = "Velden",
        Lead = "Wat er gebeurt met bedrijven, onderwijs, burgers en de gemeente zelf. Elk veld heeft zijn eigen tempo; een proefproject kan er meer raken, dus velden worden niet opgeteld.",
        Pilots = new("1 proefproject", "{0} proefprojecten"),
        Pilot = "Proefproject",
        Nothing = "Geen proefproject hier werkt al in dit veld.",
        LastReported = "laatst gerapporteerd {0}",
        NeverReported = "nog niets gerapporteerd",
        Late = "{0} te laat",
        LateStreams = "Te laat",
        Several = "Wat meer velden raakt",
        Untagged = "Nog in geen veld: {0}. Een proefproject komt in een veld door zijn trefwoorden.",
        Names = new Dictionary<string, string>
        {
            ["companies"] = "Bedrijven",
            ["education"] = "Onderwijs",
            ["citizens"] = "Burgers",
            ["municipality-as-organisation"] = "De gemeente als organisatie",
        },
    };
}
