namespace KpiGrid.Web.Texts;

/// <summary>What is behind a number.</summary>
internal sealed record ExplainWords
{
    public required string Title { get; init; }
    public required string Intro { get; init; }
    public required string IntroDistinct { get; init; }
    public required string Quotient { get; init; }
    public required string Nothing { get; init; }
    public required string Measurement { get; init; }
    public required string Pilot { get; init; }
    public required string Period { get; init; }
    public required string Sent { get; init; }
    public required string Part { get; init; }
    public required string Share { get; init; }
    public required string Obtained { get; init; }
    public required string Recorded { get; init; }
    public required string Revision { get; init; }
    public required string OneRevision { get; init; }
    public required string By { get; init; }
    public required string Reason { get; init; }
    public required string Note { get; init; }
    public required string Evidence { get; init; }
    public required string OnBehalf { get; init; }
    public required string HiddenText { get; init; }
    public required string HiddenPart { get; init; }
    public required string AsJson { get; init; }
    public required string Total { get; init; }
    public required string Members { get; init; }
    public required string Reading { get; init; }
    public required IReadOnlyDictionary<string, string> Rules { get; init; }
    public required IReadOnlyDictionary<string, string> RevisionKinds { get; init; }
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }
}
