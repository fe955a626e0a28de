namespace KpiGrid.Web.Texts;

/// <summary>Classes read in each country's own way.</summary>
internal sealed record ReadingsWords
{
    public required string Title { get; init; }
    public required string Reading { get; init; }
    public required string Counts { get; init; }
    public required string LeftOut { get; init; }
    public required string NotVerified { get; init; }

    /// <summary>Source and version.</summary>
    public required string Source { get; init; }
}
