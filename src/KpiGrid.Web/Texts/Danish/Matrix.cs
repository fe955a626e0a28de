namespace KpiGrid.Web.Texts;

/// <content>Types of building by material.</content>
internal static partial class Danish
{
    public static MatrixWords Matrix { get; } = new()
    {
        Title = "Fra hvilke bygninger",
        Note = "Bygningstypen for hvert pilotprojekt eller dets deltager, fordelt på klasser. Linjerne giver tilsammen det hele; tal for andre nøgletal står ved siden af.",
        Building = "Bygning",
        NoType = "ingen bygningstype",
        Sum = "Sum",
        Total = "I alt",
    };
}
