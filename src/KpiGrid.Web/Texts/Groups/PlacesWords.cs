namespace KpiGrid.Web.Texts;

/// <summary>Municipalities and pilots.</summary>
internal sealed record PlacesWords
{
    public required string Inhabitants { get; init; }
    public required string Until { get; init; }
    public required string PartOf { get; init; }
    public required string Pilots { get; init; }
    public required string NoPilots { get; init; }
    public required string Start { get; init; }
    public required string PlannedEnd { get; init; }
    public required string ClosedBefore { get; init; }
    public required string Lead { get; init; }
    public required string Budget { get; init; }
    public required string Stages { get; init; }
    public required string Shares { get; init; }
    public required string SharesText { get; init; }
    public required string Share { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string OnlyFor { get; init; }
    public required string ReplicaOf { get; init; }
    public required string Links { get; init; }
    public required string Tags { get; init; }
    public required string Streams { get; init; }
    public required string StreamsNote { get; init; }
    public required string NoStreams { get; init; }
    public required string LastReported { get; init; }
    public required string Never { get; init; }
    public required string Frequency { get; init; }
    public required IReadOnlyDictionary<string, string> Frequencies { get; init; }
    public required string PeriodReported { get; init; }
    public required string PeriodMissing { get; init; }
    public required string PeriodOpen { get; init; }
    public required string Participant { get; init; }
}
