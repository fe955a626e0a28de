namespace KpiGrid.Web.Texts;

/// <content>English.</content>
public sealed partial record Words
{
    /// <summary>English.</summary>
    public static Words English { get; } = new()
    {
        Language = "en",
        SkipToContent = "Skip to content",
        Api = "API",
        Regions = "Regions",
        RegionsLead = "Networks, projects, provinces and countries; each adds up what its municipalities report.",
        AllRegions = "All regions",
        Name = "Name",
        Kind = "Kind",
        MembersToday = "Members today",
        Member = "member today",
        Members = "members today",
        Sample = "sample",
        SampleMeaning = "Every figure in it is invented.",
        NextPage = "Next page",
        Year = "Year",
        QuarterForm = "Q{0}",
        Kpi = "KPI",
        Median = "median",
        CoverageForm = "{0} of {1} reported",
        NoValue = "no value",
        ExplainMeaning = "The measurements behind this value, as JSON",
        TotalsMeaning = "The totals of this KPI by quarter, as JSON",
        TableNote = "A value leads to the measurements behind it, a code to the totals; both are JSON. "
            + "Coverage counts municipalities of which something is expected.",
        Stale = "These figures may lack what was stored in the last seconds; load the page again.",
        KpisCut = "There are more KPIs than one page asks for; see /v1/kpis.",
        NoRegions = "There are no regions yet.",
        NoRegionsRemedy = "Start with the sample networks to look around, or put a region of your own:",
        NoRegionsExample = "kpigrid demo\nPUT /v1/regions/{id}",
        NoKpisForm = "Nothing is reported or expected for {0}.",
        NoKpisRemedy = "Choose another year, or push measurements to a pilot in one of its municipalities:",
        NoKpisExample = "POST /v1/pilots/{pilot}/measurements",
        RegionUnknownTitle = "No such region",
        RegionUnknown = "The address may be mistyped; the list names every region there is.",
        YearUnknownTitle = "No such year",
        YearUnknown = "Write a year from 1900 to 2999, such as ?year=2026.",
        UnavailableTitle = "Not available just now",
        Unavailable = "The cluster does not answer; nothing is lost. Load the page again in a few seconds.",
        SignInTitle = "Sign in",
        SignInText = "This address opens once. The session it begins ends when you sign out, or by itself after some hours.",
        SignOutTitle = "Sign out",
        SignOutText = "Ends the session of this browser.",
        SignedOutTitle = "Signed out",
        SignedOut = "The session of this browser has ended.",
        LinkSpentTitle = "This address opens nothing any more",
        LinkSpent = "It has been used or its time has passed. Ask for another: kpigrid keys link.",
        FormForeignTitle = "Load the page again",
        FormForeign = "The button was pressed on a page too old or not of this server; nothing was done.",
        SignInNeededTitle = "Sign in first",
        SignInNeeded = "Open the address that somebody with the admin's key makes for you with: "
            + "kpigrid keys link --role coordinator --on regions/ID --actor YOUR-ID",
        NotAllowedTitle = "Not for you to read",
        NotAllowed = "What you are granted does not reach this region; ask an admin.",
        Kinds = new Dictionary<string, string>
        {
            ["country"] = "Country",
            ["province"] = "Province",
            ["body"] = "Body",
            ["network"] = "Network",
            ["track"] = "Track",
            ["project"] = "Project",
        },
        Units = new Dictionary<string, string>
        {
            ["person"] = "people",
            ["company"] = "companies",
            ["building"] = "buildings",
            ["dwelling"] = "dwellings",
            ["tender"] = "tenders",
        },
        Marks = new Dictionary<string, string>
        {
            ["clipped"] = "part of the period",
            ["definition-break"] = "definition changed",
            ["in-progress"] = "in progress",
            ["inside-quarter-figure"] = "inside a quarter figure",
            ["provisional"] = "provisional",
            ["quarter-figure"] = "quarter figure",
            ["straddles"] = "crosses the border",
        },
    };
}
