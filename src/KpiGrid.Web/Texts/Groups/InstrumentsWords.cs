namespace KpiGrid.Web.Texts;

/// <summary>What is behind movements.</summary>
internal sealed record InstrumentsWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Nothing { get; init; }
    public required string ByEffect { get; init; }
    public required string Instrument { get; init; }
    public required string Kind { get; init; }
    public required string Effect { get; init; }
    public required Counted Measurements { get; init; }

    /// <summary>What each kind is called, by its text.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }
}
