namespace KpiGrid.Web.Texts;

/// <content>The live state of a page.</content>
internal static partial class Dutch
{
    public static LiveWords Live { get; } = new()
    {
        Live = "Live",
        LiveMeaning = "De cijfers bewegen vanzelf wanneer iemand rapporteert.",
        Lost = "Geen verbinding sinds {0}. De cijfers kunnen verouderd zijn; er wordt opnieuw geprobeerd.",
        Moved = "zojuist gewijzigd",
        Stale = "Deze cijfers missen misschien wat in de laatste seconden is opgeslagen; laad de pagina opnieuw.",
    };
}
