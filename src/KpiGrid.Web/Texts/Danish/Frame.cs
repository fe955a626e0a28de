namespace KpiGrid.Web.Texts;

/// <content>What stands around every page.</content>
internal static partial class Danish
{
    public static FrameWords Frame { get; } = new()
    {
        SkipToContent = "Gå til indhold",
        Home = "Kommunegrupper",
        Find = "Find",
        FindHint = "Find et sted eller et pilotprojekt (Ctrl+K)",
        Api = "API",
        SignOut = "Log ud",
        SignedInAs = "Logget ind som {0}",
        NotSignedIn = "Ikke logget ind",
        LanguageLabel = "Sprog",
        Breadcrumbs = "Du er her",
        MainMenu = "Hovedmenu",
        Sample = "eksempel",
        SampleMeaning = "Stederne er virkelige, alle tal er opdigtede.",
        NextPage = "Næste side",
        FirstPage = "Første side",
        FooterText = "Totaler er summer over kommuner; hver kommune tæller én gang.",
        Close = "Luk",
        Hidden = "{0} skjult: din adgang rækker ikke til dem.",
    };
}
