namespace KpiGrid.Web.Texts;

/// <summary>A KPI whose definition changed.</summary>
internal sealed record DefinitionsWords
{
    public required string Title { get; init; }
    public required string Note { get; init; }
    public required string Period { get; init; }
    public required string Version { get; init; }
    public required string Difference { get; init; }
}
