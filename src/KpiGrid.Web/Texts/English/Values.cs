namespace KpiGrid.Web.Texts;

/// <content>What values, units and marks are called.</content>
internal static partial class English
{
    public static ValuesWords Values { get; } = new()
    {
        NoValue = "no value",
        Median = "median {0}",
        Between = "{0} to {1}",
        CoverageForm = "{0} of {1} reported",
        CoverageApprovedForm = "{0} of {1} reported, {2} approved",
        CoverageNone = "nothing expected",
        OldestInput = "oldest figure of {0}",
        EstimatedPart = "{0} % estimated",
        Units = new Dictionary<string, string>
        {
            ["person"] = "people",
            ["company"] = "companies",
            ["building"] = "buildings",
            ["dwelling"] = "dwellings",
            ["tender"] = "tenders",
            ["FTE"] = "FTE",
            ["a"] = "years",
            ["mo"] = "months",
            ["d"] = "days",
            ["h"] = "hours",
        },
        Marks = new Dictionary<string, string>
        {
            ["not-converted"] = "no rate for this currency and day",
            ["clipped"] = "part of the period",
            ["definition-break"] = "definition changed",
            ["in-progress"] = "in progress",
            ["provisional"] = "provisional",
            ["straddles"] = "crosses the border of the period",
            ["day-figure"] = "day figure",
            ["week-figure"] = "week figure",
            ["month-figure"] = "month figure",
            ["quarter-figure"] = "quarter figure",
            ["half-figure"] = "half-year figure",
            ["year-figure"] = "year figure",
            ["inside-day-figure"] = "inside a day figure",
            ["inside-week-figure"] = "inside a week figure",
            ["inside-month-figure"] = "inside a month figure",
            ["inside-quarter-figure"] = "inside a quarter figure",
            ["inside-half-figure"] = "inside a half-year figure",
            ["inside-year-figure"] = "inside a year figure",
            ["inside-range-figure"] = "inside a longer figure",
            ["control-total"] = "a weighed total was kept",
            ["replaced-part"] = "participants' figures replaced a part",
            ["in-conflict"] = "figures are in conflict",
            ["suppressed"] = "not shown",
            ["confidential-too-few"] = "confidential: fewer than three hide each other",
            ["confidential-part-of-group"] = "confidential: only a part of those who hide each other",
            ["confidential-part-of-period"] = "confidential: shown by whole reporting period",
            ["confidential-period-open"] = "confidential: shown when the period is closed",
            ["confidential-class"] = "confidential: shown for all classes together",
            ["confidential-revised-since"] = "confidential: corrected since",
            ["confidential-not-additive"] = "confidential: does not add up",
        },
        Flags = new Dictionary<string, string>
        {
            ["measured"] = "measured",
            ["weighed"] = "weighed",
            ["estimated"] = "estimated",
            ["modelled"] = "modelled",
            ["declared"] = "declared",
            ["allocated"] = "allocated",
        },
        Classes = new Dictionary<string, string>
        {
            ["reused"] = "directly reused",
            ["prepared"] = "prepared for reuse",
            ["recycled"] = "recycled",
            ["backfilled"] = "backfilled",
            ["energy"] = "energy recovery",
            ["landfill"] = "landfill",
            ["mineral"] = "mineral",
            ["wood"] = "wood",
            ["glass"] = "glass",
            ["plastic"] = "plastic",
            ["metal"] = "metal",
            ["soil"] = "soil",
            ["insulation"] = "insulation",
            ["gypsum"] = "gypsum",
            ["mixed"] = "mixed",
            ["products"] = "products",
            ["school"] = "school",
            ["church"] = "church",
            ["factory"] = "factory",
            ["office"] = "office",
            ["home"] = "home",
            ["other"] = "other",
        },
        RegionKinds = new Dictionary<string, string>
        {
            ["country"] = "Country",
            ["province"] = "Province",
            ["body"] = "Intermunicipal body",
            ["network"] = "Network",
            ["track"] = "Learning track",
            ["project"] = "Project",
        },
        PilotKinds = new Dictionary<string, string>
        {
            ["single"] = "Pilot of one municipality",
            ["joint"] = "Joint pilot",
            ["municipal"] = "Figures of a municipality",
            ["body"] = "Pilot of an intermunicipal body",
        },
        Countries = new Dictionary<string, string>
        {
            ["DK"] = "Denmark",
            ["NL"] = "Netherlands",
            ["BE"] = "Belgium",
        },
    };
}
