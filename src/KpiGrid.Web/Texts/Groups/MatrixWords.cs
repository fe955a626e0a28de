namespace KpiGrid.Web.Texts;

/// <summary>Types of building by material.</summary>
internal sealed record MatrixWords
{
    public required string Title { get; init; }
    public required string Note { get; init; }
    public required string Building { get; init; }
    public required string NoType { get; init; }
    public required string Sum { get; init; }
    public required string Total { get; init; }
}
