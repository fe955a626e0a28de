using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>The definition of a KPI, as the registry holds it: the document <c>kpi</c> of the HTTP API.</summary>
/// <remarks>Immutable per definition version. The kind is fixed when the code is created.</remarks>
[GenerateSerializer, Immutable, Alias("KpiFacts")]
public sealed record KpiFacts
{
    /// <summary>The names.</summary>
    [Id(0)]
    public Trilingual Names { get; init; } = new();

    /// <summary>What exactly is counted.</summary>
    [Id(1)]
    public Trilingual Definitions { get; init; } = new();

    /// <summary>How its values add up.</summary>
    [Id(2)]
    public KpiKind Kind { get; init; }

    /// <summary>What is counted.</summary>
    [Id(3)]
    public QuantityKind Quantity { get; init; }

    /// <summary>The id of the unit that answers are in.</summary>
    [Id(4)]
    public string Unit { get; init; } = "";

    /// <summary>The unit of the numerator, when values come in parts.</summary>
    [Id(5)]
    public string? Numerator { get; init; }

    /// <summary>The unit of the denominator, when values come in parts.</summary>
    [Id(6)]
    public string? Denominator { get; init; }

    /// <summary>The unit of a level's weight.</summary>
    [Id(7)]
    public string? Weight { get; init; }

    /// <summary>Which way is better.</summary>
    [Id(8)]
    public Direction Direction { get; init; }

    /// <summary>How often a value is expected.</summary>
    [Id(9)]
    public Frequency Frequency { get; init; }

    /// <summary>The exclusive classes; with any, every measurement needs one. A score has its values.</summary>
    [Id(10)]
    public IReadOnlyList<ClassId> Classes { get; init => field = value.ToArray(); } = [];

    /// <summary>The decimals shown.</summary>
    [Id(11)]
    public int Decimals { get; init; }

    /// <summary>The values accepted; null is no limit.</summary>
    [Id(12)]
    public AmountRange? Range { get; init; }

    /// <summary>The earlier definition versions whose values may be added to those of this one.</summary>
    [Id(13)]
    public IReadOnlyList<int> ComparableWith { get; init => field = value.ToArray(); } = [];

    /// <summary>Where it stands in outside frameworks.</summary>
    [Id(14)]
    public IReadOnlyList<FrameworkMapping> Mappings { get; init => field = value.ToArray(); } = [];

    /// <summary>The flags a measurement may carry, one of which it must then name; null is any.</summary>
    /// <remarks>Left out of the JSON where there is none, so that a definition of before is the same definition.</remarks>
    [Id(15), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Flag>? Flags { get; init => field = value?.ToArray(); }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check() => KpiCheck.Of(this);
}
