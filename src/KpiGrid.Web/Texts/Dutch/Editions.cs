namespace KpiGrid.Web.Texts;

/// <content>Numbers frozen, and what changed since.</content>
internal static partial class Dutch
{
    public static EditionsWords Editions { get; } = new()
    {
        Title = "Editie {0}",
        List = "Edities",
        None = "Er zijn nog geen cijfers vastgelegd.",
        ListForm = "Editie {0}, zoals bekend op {1}",
        Lead = "{0}: de cijfers zoals bekend op {1}, vastgelegd op {2}. Ze veranderen nooit.",
        Hash = "Hash, gecontroleerd voor deze pagina",
        Changed = "Veranderd sinds deze editie",
        ChangedForm = "{0} van de {1} cijfers zijn niet meer zoals ze waren.",
        Unchanged = "Niets: alle cijfers gelden nog.",
        Numbers = "De cijfers",
        Place = "Plaats",
        Kpi = "Indicator",
        Period = "Periode",
        Was = "Toen",
        Now = "Nu",
        By = "Verandering",
        Why = "Waarom",
        Value = "Waarde",
        Reported = "Gerapporteerd",
        NotAMeasurement = "Geen meting: aandelen, leden of de definitie.",
        RevisionForm = "{0}: {1} naar {2}, {3} op {4}",
        More = "nog {0}",
        Hidden = "{0} cijfers van leden worden u niet getoond.",
        Kinds = new Dictionary<string, string>
        {
            ["initial"] = "later gerapporteerd",
            ["correction"] = "gecorrigeerd",
            ["revision"] = "betere gegevens",
            ["restatement"] = "herrekend",
            ["withdrawal"] = "ingetrokken",
            ["restore"] = "hersteld",
        },
    };
}
