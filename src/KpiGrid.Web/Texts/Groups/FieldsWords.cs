namespace KpiGrid.Web.Texts;

/// <summary>A region by field.</summary>
internal sealed record FieldsWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required Counted Pilots { get; init; }
    public required string Pilot { get; init; }
    public required string Nothing { get; init; }
    public required string LastReported { get; init; }
    public required string NeverReported { get; init; }
    public required string Late { get; init; }
    public required string LateStreams { get; init; }
    public required string Several { get; init; }
    public required string Untagged { get; init; }

    /// <summary>What each field is called, by its tag.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }
}
