using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>Inhabitants; in force until the next entry.</summary>
[GenerateSerializer, Immutable, Alias("Population")]
public sealed record Population
{
    /// <summary>The first day.</summary>
    [Id(0)]
    public DateOnly From { get; init; }

    /// <summary>The number of inhabitants.</summary>
    [Id(1)]
    public long Value { get; init; }

    /// <summary>Where the figure is from, such as a register and its year.</summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init => field = PlainText.NfcOrNull(value); }
}
