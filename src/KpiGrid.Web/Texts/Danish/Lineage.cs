namespace KpiGrid.Web.Texts;

/// <content>Who repeats a pilot.</content>
internal static partial class Danish
{
    public static LineageWords Lineage { get; } = new()
    {
        Title = "Gentagelser",
        Link = "Hvem gentager det",
        Lead = "Originalen og alle, der gentager den, hver talt fra sin egen start.",
        ScaleTo = "Hvis alle medlemmer gjorde det samme",
        Family = "Ved siden af originalen",
        Nobody = "Ingen gentager det endnu, så vidt du kan se.",
        Own = "Eget resultat",
        Original = "Originalen i lige så mange måneder",
        Difference = "Forskel",
        Curve = "Udbredelse",
        CurveNote = "Hvor mange der var begyndt til og med den dag, ved siden af de gentagelser, der er indberettet.",
        By = "Til og med",
        Replicas = "Begyndte gentagelser",
        Reported = "Indberettede gentagelser",
    };
}
