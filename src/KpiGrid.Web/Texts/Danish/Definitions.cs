namespace KpiGrid.Web.Texts;

/// <content>A KPI whose definition changed.</content>
internal static partial class Danish
{
    public static DefinitionsWords Definitions { get; } = new()
    {
        Title = "Før og efter den ændrede definition",
        Note = "Den gamle og den nye definition kan ikke lægges sammen. Hvor begge har en værdi, er perioden indberettet efter begge.",
        Period = "Periode",
        Version = "Version {0}",
        Difference = "Forskel",
    };
}
