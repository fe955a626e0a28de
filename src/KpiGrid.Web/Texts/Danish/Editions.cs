namespace KpiGrid.Web.Texts;

/// <content>Numbers frozen, and what changed since.</content>
internal static partial class Danish
{
    public static EditionsWords Editions { get; } = new()
    {
        Title = "Udgave {0}",
        List = "Udgaver",
        None = "Der er endnu ikke fastfrosset nogen tal.",
        ListForm = "Udgave {0}, som det var kendt {1}",
        Lead = "{0}: tallene, som de var kendt {1}, registreret {2}. De ændres aldrig.",
        Hash = "Hash, kontrolleret til denne side",
        Changed = "Ændret siden denne udgave",
        ChangedForm = "{0} af {1} tal er ikke længere, som de var.",
        Unchanged = "Intet: alle tal står ved magt.",
        Numbers = "Tallene",
        Place = "Sted",
        Kpi = "Nøgletal",
        Period = "Periode",
        Was = "Dengang",
        Now = "Nu",
        By = "Ændring",
        Why = "Hvorfor",
        Value = "Værdi",
        Reported = "Indberettet",
        NotAMeasurement = "Ingen måling: andele, medlemmer eller definitionen.",
        RevisionForm = "{0}: {1} til {2}, {3} {4}",
        More = "{0} mere",
        Hidden = "{0} tal for medlemmer vises ikke for dig.",
        Kinds = new Dictionary<string, string>
        {
            ["initial"] = "indberettet senere",
            ["correction"] = "rettet",
            ["revision"] = "bedre data",
            ["restatement"] = "omregnet",
            ["withdrawal"] = "trukket tilbage",
            ["restore"] = "genindsat",
        },
    };
}
