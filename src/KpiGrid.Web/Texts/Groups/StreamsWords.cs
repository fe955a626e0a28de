namespace KpiGrid.Web.Texts;

/// <summary>The measurements of one KPI stream.</summary>
internal sealed record StreamsWords
{
    public required string Title { get; init; }
    public required string Intro { get; init; }
    public required string Nothing { get; init; }
    public required string Confidential { get; init; }
    public required string Value { get; init; }
    public required string Withdrawn { get; init; }
    public required string Superseded { get; init; }
    public required string Import { get; init; }
    public required IReadOnlyDictionary<string, string> Silences { get; init; }
}
