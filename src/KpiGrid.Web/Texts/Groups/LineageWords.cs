namespace KpiGrid.Web.Texts;

/// <summary>Who repeats a pilot.</summary>
internal sealed record LineageWords
{
    public required string Title { get; init; }
    public required string Link { get; init; }
    public required string Lead { get; init; }
    public required string ScaleTo { get; init; }
    public required string Family { get; init; }
    public required string Nobody { get; init; }
    public required string Own { get; init; }
    public required string Original { get; init; }
    public required string Difference { get; init; }
    public required string Curve { get; init; }
    public required string CurveNote { get; init; }
    public required string By { get; init; }
    public required string Replicas { get; init; }
    public required string Reported { get; init; }
}
