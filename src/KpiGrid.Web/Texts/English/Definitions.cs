namespace KpiGrid.Web.Texts;

/// <content>A KPI whose definition changed.</content>
internal static partial class English
{
    public static DefinitionsWords Definitions { get; } = new()
    {
        Title = "Before and after the definition changed",
        Note = "The old and the new definition do not add up. Where both have a value, the period was reported under either.",
        Period = "Period",
        Version = "Version {0}",
        Difference = "Difference",
    };
}
