namespace KpiGrid.Web.Texts;

/// <content>What stands around every page.</content>
internal static partial class English
{
    public static FrameWords Frame { get; } = new()
    {
        SkipToContent = "Skip to content",
        Home = "Regions",
        Find = "Find",
        FindHint = "Find a place or pilot (Ctrl+K)",
        Api = "API",
        SignOut = "Sign out",
        SignedInAs = "Signed in as {0}",
        NotSignedIn = "Not signed in",
        LanguageLabel = "Language",
        Breadcrumbs = "You are here",
        MainMenu = "Main menu",
        Sample = "sample",
        SampleMeaning = "The places are real, every figure is invented.",
        NextPage = "Next page",
        FirstPage = "First page",
        FooterText = "Totals are sums over municipalities, each counted once.",
        Close = "Close",
        Hidden = "{0} hidden: your access does not reach them.",
    };
}
