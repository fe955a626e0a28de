namespace KpiGrid.Web.Texts;

/// <content>Targets of a region, and who is late.</content>
internal static partial class Dutch
{
    public static RoundsWords Rounds { get; } = new()
    {
        Title = "Doelen, rondes en edities",
        Targets = "Doelen",
        NoTargets = "Er is nog geen doel gesteld. Een coördinator van deze regio doet dat hier.",
        Kpi = "Indicator",
        Wanted = "Doel",
        WantedForm = "{0} in {1}",
        Actual = "Tot nu toe",
        Status = "Stand",
        PartForm = "Doel {0}: op {1} %",
        PartLabel = "{0} % van het doel",
        Method = "Wat op een dag bereikt moet zijn, ligt op een rechte lijn tussen de genoemde waarden; hoeveelheden die worden "
            + "opgeteld, zijn gelijk verdeeld over de dagen van hun periode. Op koers vanaf 95 % van de weg tot die dag, achter vanaf 60 %.",
        Statuses = new Dictionary<string, string>
        {
            ["not-due"] = "er hoeven nog geen cijfers te zijn",
            ["no-value"] = "geen waarde op {0}",
            ["reached"] = "bereikt",
            ["on-track"] = "op koers op {0}",
            ["behind"] = "achter op {0}",
            ["far-behind"] = "ver achter op {0}",
            ["away"] = "van het doel af op {0}",
        },
        Set = "Doel stellen",
        SetNote = "Een doel voor dezelfde indicator en periode wordt vervangen; andere blijven staan. Het vorige blijft in de "
            + "geschiedenis. Uitgangspunt en munt mogen leeg blijven.",
        Period = "Periode",
        Value = "Waarde",
        Currency = "Munt (bij geld)",
        BaselinePeriod = "Uitgangspunt: periode",
        BaselineValue = "Uitgangspunt: waarde",
        Reason = "Reden (bij wijziging)",
        KpiWrong = "Kies een indicator.",
        PeriodWrong = "Schrijf een periode zoals 2027, 2027-Q1 of 2027-03.",
        ValueWrong = "Schrijf een getal zoals {0}.",
        CurrencyWrong = "Schrijf de munt van geld met drie letters, bijvoorbeeld EUR.",
        BaselineWrong = "Een uitgangspunt eindigt voor elk doel.",
        ReasonWrong = "Schrijf waarom het verandert.",
        ChangedMeanwhile = "Iemand heeft het intussen gewijzigd: bekijk het opnieuw.",
        OtherWrong = "{0}: {1}",
        Late = "Na de uiterste datum",
        LateForm = "{0} ontbreekt, uiterlijk {1}, {2} werkdagen geleden",
    };
}
