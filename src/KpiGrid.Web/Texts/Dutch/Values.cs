namespace KpiGrid.Web.Texts;

/// <content>What values, units and marks are called.</content>
internal static partial class Dutch
{
    public static ValuesWords Values { get; } = new()
    {
        NoValue = "geen waarde",
        Median = "mediaan {0}",
        Between = "{0} tot {1}",
        CoverageForm = "{0} van {1} gerapporteerd",
        CoverageApprovedForm = "{0} van {1} gerapporteerd, {2} goedgekeurd",
        CoverageNone = "niets verwacht",
        OldestInput = "oudste cijfer van {0}",
        EstimatedPart = "{0} % geschat",
        Units = new Dictionary<string, string>
        {
            ["person"] = "personen",
            ["company"] = "bedrijven",
            ["building"] = "gebouwen",
            ["dwelling"] = "woningen",
            ["tender"] = "aanbestedingen",
            ["FTE"] = "vte",
            ["a"] = "jaar",
            ["mo"] = "maanden",
            ["d"] = "dagen",
            ["h"] = "uur",
        },
        Marks = new Dictionary<string, string>
        {
            ["not-converted"] = "geen koers voor deze munt en dag",
            ["clipped"] = "deel van de periode",
            ["definition-break"] = "definitie gewijzigd",
            ["in-progress"] = "loopt nog",
            ["provisional"] = "voorlopig",
            ["straddles"] = "loopt over de grens van de periode",
            ["day-figure"] = "dagcijfer",
            ["week-figure"] = "weekcijfer",
            ["month-figure"] = "maandcijfer",
            ["quarter-figure"] = "kwartaalcijfer",
            ["half-figure"] = "halfjaarcijfer",
            ["year-figure"] = "jaarcijfer",
            ["inside-day-figure"] = "binnen een dagcijfer",
            ["inside-week-figure"] = "binnen een weekcijfer",
            ["inside-month-figure"] = "binnen een maandcijfer",
            ["inside-quarter-figure"] = "binnen een kwartaalcijfer",
            ["inside-half-figure"] = "binnen een halfjaarcijfer",
            ["inside-year-figure"] = "binnen een jaarcijfer",
            ["inside-range-figure"] = "binnen een cijfer over langere tijd",
            ["control-total"] = "een gewogen totaal bleef staan",
            ["replaced-part"] = "cijfers van deelnemers vervingen een deel",
            ["in-conflict"] = "cijfers zijn in strijd",
            ["suppressed"] = "niet getoond",
            ["confidential-too-few"] = "vertrouwelijk: minder dan drie verbergen elkaar",
            ["confidential-part-of-group"] = "vertrouwelijk: slechts een deel van wie elkaar verbergen",
            ["confidential-part-of-period"] = "vertrouwelijk: getoond per hele rapportageperiode",
            ["confidential-period-open"] = "vertrouwelijk: getoond zodra de periode is gesloten",
            ["confidential-class"] = "vertrouwelijk: getoond voor alle klassen samen",
            ["confidential-revised-since"] = "vertrouwelijk: sindsdien gecorrigeerd",
            ["confidential-not-additive"] = "vertrouwelijk: telt niet op",
        },
        Flags = new Dictionary<string, string>
        {
            ["measured"] = "gemeten",
            ["weighed"] = "gewogen",
            ["estimated"] = "geschat",
            ["modelled"] = "gemodelleerd",
            ["declared"] = "opgegeven",
            ["allocated"] = "toegedeeld",
        },
        Classes = new Dictionary<string, string>
        {
            ["reused"] = "direct hergebruikt",
            ["prepared"] = "voorbereid op hergebruik",
            ["recycled"] = "gerecycled",
            ["backfilled"] = "opvulling",
            ["energy"] = "energieterugwinning",
            ["landfill"] = "gestort",
            ["mineral"] = "mineraal",
            ["wood"] = "hout",
            ["glass"] = "glas",
            ["plastic"] = "kunststof",
            ["metal"] = "metaal",
            ["soil"] = "grond",
            ["insulation"] = "isolatie",
            ["gypsum"] = "gips",
            ["mixed"] = "gemengd",
            ["products"] = "producten",
            ["school"] = "school",
            ["church"] = "kerk",
            ["factory"] = "fabriek",
            ["office"] = "kantoor",
            ["home"] = "woning",
            ["other"] = "overig",
        },
        RegionKinds = new Dictionary<string, string>
        {
            ["country"] = "Land",
            ["province"] = "Provincie",
            ["body"] = "Intergemeentelijk samenwerkingsverband",
            ["network"] = "Netwerk",
            ["track"] = "Leertraject",
            ["project"] = "Project",
        },
        PilotKinds = new Dictionary<string, string>
        {
            ["single"] = "Proefproject van één gemeente",
            ["joint"] = "Gezamenlijk proefproject",
            ["municipal"] = "Cijfers van een gemeente",
            ["body"] = "Proefproject van een intergemeentelijk samenwerkingsverband",
        },
        Countries = new Dictionary<string, string>
        {
            ["DK"] = "Denemarken",
            ["NL"] = "Nederland",
            ["BE"] = "België",
        },
    };
}
