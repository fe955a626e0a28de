namespace KpiGrid.Web.Texts;

/// <content>Targets of a region, and who is late.</content>
internal static partial class Danish
{
    public static RoundsWords Rounds { get; } = new()
    {
        Title = "Mål, runder og udgaver",
        Targets = "Mål",
        NoTargets = "Der er endnu ikke sat et mål. Det gør en koordinator for kommunegruppen her.",
        Kpi = "Nøgletal",
        Wanted = "Mål",
        WantedForm = "{0} i {1}",
        Actual = "Indtil nu",
        Status = "Status",
        PartForm = "Mål {0}: på {1} %",
        PartLabel = "{0} % af målet",
        Method = "Hvad der skal være nået en given dag, ligger på en ret linje mellem de angivne værdier; mængder, der lægges "
            + "sammen, fordeles jævnt over periodens dage. På sporet fra 95 % af vejen til den dag, bagud fra 60 %.",
        Statuses = new Dictionary<string, string>
        {
            ["not-due"] = "der skal endnu ikke være tal",
            ["no-value"] = "ingen værdi pr. {0}",
            ["reached"] = "nået",
            ["on-track"] = "på sporet pr. {0}",
            ["behind"] = "bagud pr. {0}",
            ["far-behind"] = "langt bagud pr. {0}",
            ["away"] = "på vej væk fra målet pr. {0}",
        },
        Set = "Sæt et mål",
        SetNote = "Et mål for samme nøgletal og periode erstattes; andre bliver stående. Det tidligere bliver i historikken. "
            + "Udgangspunkt og valuta kan stå tomme.",
        Period = "Periode",
        Value = "Værdi",
        Currency = "Valuta (for penge)",
        BaselinePeriod = "Udgangspunkt: periode",
        BaselineValue = "Udgangspunkt: værdi",
        Reason = "Begrundelse (ved ændring)",
        KpiWrong = "Vælg et nøgletal.",
        PeriodWrong = "Skriv en periode som 2027, 2027-Q1 eller 2027-03.",
        ValueWrong = "Skriv et tal som {0}.",
        CurrencyWrong = "Skriv valutaen for penge med tre bogstaver, for eksempel DKK.",
        BaselineWrong = "Et udgangspunkt slutter før alle mål.",
        ReasonWrong = "Skriv, hvorfor det ændres.",
        ChangedMeanwhile = "Nogen har ændret det i mellemtiden: se på det igen.",
        OtherWrong = "{0}: {1}",
        Late = "Efter fristen",
        LateForm = "{0} mangler, frist {1}, for {2} arbejdsdage siden",
    };
}
