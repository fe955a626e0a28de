namespace KpiGrid.Web.Texts;

/// <content>What values, units and marks are called.</content>
internal static partial class Danish
{
    public static ValuesWords Values { get; } = new()
    {
        NoValue = "ingen værdi",
        Median = "median {0}",
        Between = "{0} til {1}",
        CoverageForm = "{0} af {1} har indberettet",
        CoverageApprovedForm = "{0} af {1} har indberettet, {2} godkendt",
        CoverageNone = "intet forventet",
        OldestInput = "ældste tal fra {0}",
        EstimatedPart = "{0} % skønnet",
        Units = new Dictionary<string, string>
        {
            ["person"] = "personer",
            ["company"] = "virksomheder",
            ["building"] = "bygninger",
            ["dwelling"] = "boliger",
            ["tender"] = "udbud",
            ["FTE"] = "årsværk",
            ["a"] = "år",
            ["mo"] = "måneder",
            ["d"] = "dage",
            ["h"] = "timer",
        },
        Marks = new Dictionary<string, string>
        {
            ["not-converted"] = "ingen kurs for denne valuta og dag",
            ["clipped"] = "en del af perioden",
            ["definition-break"] = "definitionen er ændret",
            ["in-progress"] = "i gang",
            ["provisional"] = "foreløbig",
            ["straddles"] = "går over periodens grænse",
            ["day-figure"] = "dagstal",
            ["week-figure"] = "ugetal",
            ["month-figure"] = "månedstal",
            ["quarter-figure"] = "kvartalstal",
            ["half-figure"] = "halvårstal",
            ["year-figure"] = "årstal",
            ["inside-day-figure"] = "indgår i et dagstal",
            ["inside-week-figure"] = "indgår i et ugetal",
            ["inside-month-figure"] = "indgår i et månedstal",
            ["inside-quarter-figure"] = "indgår i et kvartalstal",
            ["inside-half-figure"] = "indgår i et halvårstal",
            ["inside-year-figure"] = "indgår i et årstal",
            ["inside-range-figure"] = "indgår i et tal for en længere periode",
            ["control-total"] = "en vejet total er bevaret",
            ["replaced-part"] = "deltageres egne tal har erstattet en del",
            ["in-conflict"] = "tal er i modstrid",
            ["suppressed"] = "vises ikke",
            ["confidential-too-few"] = "fortroligt: færre end tre skjuler hinanden",
            ["confidential-part-of-group"] = "fortroligt: kun en del af dem, der skjuler hinanden",
            ["confidential-part-of-period"] = "fortroligt: vises for hele indberetningsperioder",
            ["confidential-period-open"] = "fortroligt: vises, når perioden er lukket",
            ["confidential-class"] = "fortroligt: vises for alle klasser samlet",
            ["confidential-revised-since"] = "fortroligt: rettet siden",
            ["confidential-not-additive"] = "fortroligt: kan ikke lægges sammen",
        },
        Flags = new Dictionary<string, string>
        {
            ["measured"] = "målt",
            ["weighed"] = "vejet",
            ["estimated"] = "skønnet",
            ["modelled"] = "modelberegnet",
            ["declared"] = "oplyst",
            ["allocated"] = "fordelt",
        },
        Classes = new Dictionary<string, string>
        {
            ["reused"] = "direkte genbrugt",
            ["prepared"] = "forberedt til genbrug",
            ["recycled"] = "genanvendt",
            ["backfilled"] = "opfyldning",
            ["energy"] = "energiudnyttelse",
            ["landfill"] = "deponeret",
            ["mineral"] = "mineralsk",
            ["wood"] = "træ",
            ["glass"] = "glas",
            ["plastic"] = "plast",
            ["metal"] = "metal",
            ["soil"] = "jord",
            ["insulation"] = "isolering",
            ["gypsum"] = "gips",
            ["mixed"] = "blandet",
            ["products"] = "produkter",
            ["school"] = "skole",
            ["church"] = "kirke",
            ["factory"] = "fabrik",
            ["office"] = "kontor",
            ["home"] = "bolig",
            ["other"] = "andet",
        },
        RegionKinds = new Dictionary<string, string>
        {
            ["country"] = "Land",
            ["province"] = "Region",
            ["body"] = "Fælleskommunalt selskab",
            ["network"] = "Netværk",
            ["track"] = "Læringsforløb",
            ["project"] = "Projekt",
        },
        PilotKinds = new Dictionary<string, string>
        {
            ["single"] = "Pilotprojekt i én kommune",
            ["joint"] = "Fælles pilotprojekt",
            ["municipal"] = "Tal for en kommune",
            ["body"] = "Pilotprojekt i et fælleskommunalt selskab",
        },
        Countries = new Dictionary<string, string>
        {
            ["DK"] = "Danmark",
            ["NL"] = "Nederlandene",
            ["BE"] = "Belgien",
        },
    };
}
