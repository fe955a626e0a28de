namespace KpiGrid.Web.Texts;

/// <content>What stands around every page.</content>
internal static partial class Dutch
{
    public static FrameWords Frame { get; } = new()
    {
        SkipToContent = "Naar de inhoud",
        Home = "Regio's",
        Find = "Zoeken",
        FindHint = "Zoek een plaats of proefproject (Ctrl+K)",
        Api = "API",
        SignOut = "Afmelden",
        SignedInAs = "Aangemeld als {0}",
        NotSignedIn = "Niet aangemeld",
        LanguageLabel = "Taal",
        Breadcrumbs = "U bent hier",
        MainMenu = "Hoofdmenu",
        Sample = "voorbeeld",
        SampleMeaning = "De plaatsen zijn echt, alle cijfers zijn verzonnen.",
        NextPage = "Volgende pagina",
        FirstPage = "Eerste pagina",
        FooterText = "Totalen zijn sommen over gemeenten; elke gemeente telt één keer.",
        Close = "Sluiten",
        Hidden = "{0} verborgen: uw toegang reikt niet zo ver.",
    };
}
