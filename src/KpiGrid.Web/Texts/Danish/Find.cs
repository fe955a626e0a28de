namespace KpiGrid.Web.Texts;

/// <content>Finding a place or pilot.</content>
internal static partial class Danish
{
    public static FindWords Find { get; } = new()
    {
        Title = "Find et sted eller et pilotprojekt",
        Label = "Navn eller kode",
        Button = "Find",
        Nothing = "Intet, du har adgang til, hedder “{0}”.",
        Hint = "Skriv en del af et navn; vælg med piletaster, åbn med Enter.",
        Region = "Kommunegruppe",
        Municipality = "Kommune",
        Pilot = "Pilotprojekt",
        Cut = "Kun de første {0} vises: skriv mere af navnet.",
    };
}
