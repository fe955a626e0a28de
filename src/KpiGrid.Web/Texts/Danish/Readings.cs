namespace KpiGrid.Web.Texts;

/// <content>Classes read in each country's own way.</content>
internal static partial class Danish
{
    public static ReadingsWords Readings { get; } = new()
    {
        Title = "De samme tal, opgjort på hvert lands måde",
        Reading = "Opgørelse",
        Counts = "Tæller med",
        LeftOut = "Tæller ikke med",
        NotVerified = "ikke efterprøvet",
        Source = "{0} Version {1}.",
    };
}
