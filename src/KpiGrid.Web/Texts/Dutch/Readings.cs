namespace KpiGrid.Web.Texts;

/// <content>Classes read in each country's own way.</content>
internal static partial class Dutch
{
    public static ReadingsWords Readings { get; } = new()
    {
        Title = "Dezelfde cijfers, per land op de eigen manier gelezen",
        Reading = "Lezing",
        Counts = "Telt mee",
        LeftOut = "Telt niet mee",
        NotVerified = "niet geverifieerd",
        Source = "{0} Versie {1}.",
    };
}
