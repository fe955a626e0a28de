using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>Something to divide values by; in force until the next entry of its kind.</summary>
[GenerateSerializer, Immutable, Alias("Normaliser")]
public sealed record Normaliser
{
    /// <summary>What it is.</summary>
    [Id(0)]
    public NormaliserKind Kind { get; init; }

    /// <summary>The first day.</summary>
    [Id(1)]
    public DateOnly From { get; init; }

    /// <summary>How much, in the kind's unit; from 0 to below 1e15.</summary>
    [Id(2)]
    public Amount Value { get; init; }

    /// <summary>Where the figure is from, such as a register and its year.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init => field = PlainText.NfcOrNull(value); }
}
