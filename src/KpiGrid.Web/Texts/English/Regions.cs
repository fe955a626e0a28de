namespace KpiGrid.Web.Texts;

/// <content>Regions and what they come to.</content>
internal static partial class English
{
    public static RegionsWords Regions { get; } = new()
    {
        Title = "Regions",
        Lead = "Networks, projects, provinces and countries; each adds up what its municipalities report.",
        Name = "Name",
        Kind = "Kind",
        MembersToday = "Members today",
        Member = "{0} member today",
        Members = "{0} members today",
        NoRegions = "There are no regions yet.",
        NoRegionsRemedy = "Put a region of your own:",
        LoadSamples = "Load the sample networks",
        LoadSamplesText = "Five networks with real places and invented figures, marked as samples, to look around "
            + "in. They stay: for a fresh start take another data folder.",
        NotEmpty = "There are regions already. The sample networks are loaded only where there are none.",
        Kpis = "Indicators",
        NoKpis = "Nothing is reported or expected for {0}.",
        NoKpisRemedy = "Choose another period, or push measurements to a pilot in one of its municipalities:",
        KpisCut = "There are more indicators than one page asks for; see /v1/kpis.",
        ChooseKpi = "Show members, map and changes",
        Shown = "shown below",
        ExplainMeaning = "The measurements behind this value",
        SparkBars = "By {0}, {1}",
        Series = "{0}: {1} by {2}",
        SeriesNoteFlow = "Each bar is what was reported for the period; a figure for a longer time stands on its "
            + "last day.",
        SeriesNoteStanding = "The line is the value in force at the end of each period.",
        League = "Members",
        LeagueTitle = "{0} by municipality, {1}",
        LeagueNote = "A joint pilot's figure is divided by shares, so members add up to the total.",
        LeagueNoteQuotient = "Ratios are added before they are divided: the total is not the mean of its members.",
        LeagueNoteDistinct = "Somebody counted in several municipalities counts once in the total.",
        Municipality = "Municipality",
        ShareOfTotal = "Share of the total",
        Ledger = "What is seen twice",
        LedgerText = "If every member counted its pilots in full, members would add to {0}. The real total is "
            + "{1}; {2} is the same pilot seen by several members.",
        LedgerNothing = "No pilot is shared by several members, so nothing is seen twice.",
        LedgerPilot = "Joint pilot",
        LedgerWhole = "Whole",
        LedgerMembers = "Members it is in",
        LedgerTwice = "Seen again",
        Late = "Who has not reported",
        LateNobody = "Everybody of whom something is expected has reported for {0}.",
        LateNone = "Nothing is expected of anybody for {0}.",
        LateSoFar = "{0} is still in progress: these have not reported all of it so far.",
        LateClosed = "{0} has ended: these have not reported all of it.",
        Changes = "What changed since",
        ChangesForm = "Show changes",
        ChangesSince = "Since the start of",
        ChangesText = "At the start of {0} the total for {1} was {2}; now it is {3}.",
        ChangesNothing = "The total for {1} has not changed since the start of {0}: it is {2}.",
        ChangesTooRecent = "Choose a day before today.",
        ChangesTooMany = "Too many pilots to look back at together: open a municipality.",
        Map = "Map",
        MapTitle = "{0} by municipality, {1}",
        MapNote = "The area of a circle is its value.",
        MapNoteShade = "The stronger the colour, the higher: five groups of about as many municipalities "
            + "each; dashed has no value.",
        NotDrawn = "Not drawn, for want of a place on the map: {0}.",
        NotDrawnMore = "Not drawn, for want of a place on the map: {0} and {1} more.",
        TableNote = "A value leads to the measurements behind it. Coverage counts municipalities of which "
            + "something is expected.",
        Target = "Target {0}: {1} % reached",
    };
}
