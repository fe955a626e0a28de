namespace KpiGrid.Web.Texts;

/// <content>Types of building by material.</content>
internal static partial class Dutch
{
    public static MatrixWords Matrix { get; } = new()
    {
        Title = "Uit welke gebouwen",
        Note = "Het gebouwtype van elk proefproject, of van de deelnemer, per klasse. De regels tellen op tot het totaal; cijfers van andere indicatoren staan ernaast.",
        Building = "Gebouw",
        NoType = "geen gebouwtype",
        Sum = "Som",
        Total = "Totaal",
    };
}
