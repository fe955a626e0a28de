namespace KpiGrid.Web.Texts;

/// <summary>What values, units and marks are called.</summary>
internal sealed record ValuesWords
{
    public required string NoValue { get; init; }
    public required string Median { get; init; }
    public required string Between { get; init; }
    public required string CoverageForm { get; init; }

    /// <summary>Reported, expected, approved.</summary>
    public required string CoverageApprovedForm { get; init; }
    public required string CoverageNone { get; init; }
    public required string OldestInput { get; init; }
    public required string EstimatedPart { get; init; }
    public required IReadOnlyDictionary<string, Counted> Units { get; init; }
    public required IReadOnlyDictionary<string, string> Marks { get; init; }
    public required IReadOnlyDictionary<string, string> Flags { get; init; }
    public required IReadOnlyDictionary<string, string> Classes { get; init; }
    public required IReadOnlyDictionary<string, string> RegionKinds { get; init; }
    public required IReadOnlyDictionary<string, string> PilotKinds { get; init; }
    public required IReadOnlyDictionary<string, string> Countries { get; init; }
}
