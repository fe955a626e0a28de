using System.Text.Json.Serialization;
using KpiGrid.Api.Compare;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Lineage;

/// <summary>The answer <c>lineage</c> of the HTTP API: an original and everybody who repeats it.</summary>
internal sealed record LineageAnswer
{
    /// <summary>The pilot asked for.</summary>
    public required string Pilot { get; init; }

    /// <summary>The pilot that all others repeat, at first or at last hand, as far as the caller may see.</summary>
    public required string Original { get; init; }

    /// <summary>The original and its replicas, by generation and id.</summary>
    public required IReadOnlyList<RelativeAnswer> Pilots { get; init; }

    /// <summary>The adoption curve: a point at the end of each quarter, the last one today.</summary>
    public required IReadOnlyList<AdoptionAnswer> Adoption { get; init; }

    /// <summary>The KPI by which replications are reported.</summary>
    public required string Reported { get; init; }

    /// <summary>Those whose first month or stage has ended, side by side on their own clocks; null without a KPI, or where
    /// fewer than two have come so far.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompareAnswer? Comparison { get; init; }

    /// <summary>Pilots of the family that the caller may not read; they stand in no number here.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenParts? Hidden { get; init; }
}

/// <summary>A pilot of the family.</summary>
internal sealed record RelativeAnswer
{
    public required string Pilot { get; init; }
    public required string Name { get; init; }

    /// <summary>What it repeats.</summary>
    public string? ReplicaOf { get; init; }

    /// <summary>How many steps it is from the original.</summary>
    public required int Generation { get; init; }

    public required DateOnly Start { get; init; }
    public required IReadOnlyList<string> Municipalities { get; init; }
    public bool Sample { get; init; }

    /// <summary>Beside the original; null of the original itself and without a KPI.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BesideOriginal? Result { get; init; }
}

/// <summary>A replica beside the original, each on its own clock and over as many months or stages as both have behind
/// them.</summary>
/// <param name="Original">What the original came to in that time.</param>
/// <param name="Replica">What the replica came to.</param>
/// <param name="Difference">Replica less original; null where one of them has no value.</param>
/// <param name="Gate">Whether the two tell of the same thing.</param>
internal sealed record BesideOriginal(ComparedPeriod Original, ComparedPeriod Replica, Amount? Difference, GateAnswer Gate);

/// <summary>A point of the adoption curve.</summary>
/// <param name="On">The day.</param>
/// <param name="Replicas">How many had started by then.</param>
/// <param name="Reported">How many replications the family had reported by then; null where none was.</param>
internal sealed record AdoptionAnswer(DateOnly On, int Replicas, Amount? Reported);
