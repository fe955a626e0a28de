using System.Text.Json.Serialization;

namespace KpiGrid.Api.Editions;

/// <summary>What is no longer as an edition has it.</summary>
internal sealed record EditionChanges
{
    public required string Region { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset CutOff { get; init; }
    public required string Hash { get; init; }

    /// <summary>When the numbers beside the edition's were read.</summary>
    public required DateTimeOffset ComparedAt { get; init; }

    public required IReadOnlyList<ChangedLine> Changed { get; init; }

    /// <summary>How many numbers still stand as they did.</summary>
    public required int Unchanged { get; init; }

    /// <summary>How many changed numbers of members the caller may not read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Hidden { get; init; }
}

/// <summary>A number that changed, and why.</summary>
internal sealed record ChangedLine : Move
{
    /// <summary>What was said about the measurements behind it since, the latest first; none where it changed for another
    /// reason: shares, members or the definition.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<StatementAnswer> Revisions { get; init; }

    /// <summary>How many more there are, or are of pilots that the caller may not read.</summary>
    [JsonPropertyOrder(2)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int More { get; init; }
}

/// <summary>One statement about a measurement, made since the cut-off.</summary>
internal sealed record StatementAnswer
{
    public required string Pilot { get; init; }
    public required string Stream { get; init; }
    public required string Id { get; init; }
    public required string Period { get; init; }

    /// <summary>initial came after the cut-off; correction, revision, restatement, withdrawal.</summary>
    public required string Kind { get; init; }

    public string? Reason { get; init; }
    public required int Revision { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Author { get; init; }

    /// <summary>What the measurement came to before, in its unit; null where it was not there.</summary>
    public Amount? Was { get; init; }

    /// <summary>What it comes to by this statement; null where it was taken out.</summary>
    public Amount? Now { get; init; }

    public required string Unit { get; init; }
}
