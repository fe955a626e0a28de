namespace KpiGrid.Web.Texts;

/// <summary>Finding a place or pilot.</summary>
internal sealed record FindWords
{
    public required string Title { get; init; }
    public required string Label { get; init; }
    public required string Button { get; init; }
    public required string Nothing { get; init; }
    public required string Hint { get; init; }
    public required string Region { get; init; }
    public required string Municipality { get; init; }
    public required string Pilot { get; init; }
    public required string Cut { get; init; }
}
