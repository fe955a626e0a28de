namespace KpiGrid.Web.Texts;

/// <content>A KPI whose definition changed.</content>
internal static partial class Dutch
{
    public static DefinitionsWords Definitions { get; } = new()
    {
        Title = "Voor en na de gewijzigde definitie",
        Note = "De oude en de nieuwe definitie zijn niet optelbaar. Waar beide een waarde hebben, is de periode volgens beide gerapporteerd.",
        Period = "Periode",
        Version = "Versie {0}",
        Difference = "Verschil",
    };
}
