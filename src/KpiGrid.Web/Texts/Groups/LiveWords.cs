namespace KpiGrid.Web.Texts;

/// <summary>The live state of a page.</summary>
internal sealed record LiveWords
{
    public required string Live { get; init; }
    public required string LiveMeaning { get; init; }
    public required string Lost { get; init; }
    public required string Moved { get; init; }
    public required string Stale { get; init; }
}
