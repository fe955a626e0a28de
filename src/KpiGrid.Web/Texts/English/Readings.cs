namespace KpiGrid.Web.Texts;

/// <content>Classes read in each country's own way.</content>
internal static partial class English
{
    public static ReadingsWords Readings { get; } = new()
    {
        Title = "The same figures, read in each country’s way",
        Reading = "Reading",
        Counts = "Counts",
        LeftOut = "Left out",
        NotVerified = "not verified",
        Source = "{0} Version {1}.",
    };
}
