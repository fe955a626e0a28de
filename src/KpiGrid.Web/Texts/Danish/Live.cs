namespace KpiGrid.Web.Texts;

/// <content>The live state of a page.</content>
internal static partial class Danish
{
    public static LiveWords Live { get; } = new()
    {
        Live = "Live",
        LiveMeaning = "Tallene ændrer sig af sig selv, når nogen indberetter.",
        Lost = "Ingen forbindelse siden {0}. Tallene kan være forældede; prøver igen.",
        Moved = "ændret netop nu",
        Stale = "Tallene mangler måske det, der er gemt i de seneste sekunder; genindlæs siden.",
    };
}
