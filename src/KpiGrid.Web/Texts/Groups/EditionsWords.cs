namespace KpiGrid.Web.Texts;

/// <summary>Numbers frozen, and what changed since.</summary>
internal sealed record EditionsWords
{
    public required string Title { get; init; }
    public required string List { get; init; }
    public required string None { get; init; }
    public required string ListForm { get; init; }
    public required string Lead { get; init; }
    public required string Hash { get; init; }
    public required string Changed { get; init; }
    public required string ChangedForm { get; init; }
    public required string Unchanged { get; init; }
    public required string Numbers { get; init; }
    public required string Place { get; init; }
    public required string Kpi { get; init; }
    public required string Period { get; init; }
    public required string Was { get; init; }
    public required string Now { get; init; }
    public required string By { get; init; }
    public required string Why { get; init; }
    public required string Value { get; init; }
    public required string Reported { get; init; }
    public required string NotAMeasurement { get; init; }
    public required string RevisionForm { get; init; }
    public required string More { get; init; }
    public required string Hidden { get; init; }
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }
}
