namespace KpiGrid.Web.Texts;

/// <content>Finding a place or pilot.</content>
internal static partial class Dutch
{
    public static FindWords Find { get; } = new()
    {
        Title = "Zoek een plaats of proefproject",
        Label = "Naam of code",
        Button = "Zoeken",
        Nothing = "Niets waar u toegang toe hebt heet “{0}”.",
        Hint = "Typ een deel van een naam; kies met de pijltjes, open met Enter.",
        Region = "Regio",
        Municipality = "Gemeente",
        Pilot = "Proefproject",
        Cut = "Alleen de eerste {0} worden getoond: typ meer van de naam.",
    };
}
