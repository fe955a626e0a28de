using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>A pilot, as the registry holds it: the document <c>pilot</c> of the HTTP API.</summary>
[GenerateSerializer, Immutable, Alias("PilotFacts")]
public sealed record PilotFacts
{
    /// <summary>The name.</summary>
    [Id(0)]
    public string Name { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>What it is.</summary>
    [Id(1)]
    public PilotKind Kind { get; init; }

    /// <summary>The first day.</summary>
    [Id(2)]
    public DateOnly Start { get; init; }

    /// <summary>The day after the last one planned.</summary>
    [Id(3)]
    public DateOnly? PlannedEnd { get; init; }

    /// <summary>Its steps.</summary>
    [Id(4)]
    public IReadOnlyList<Stage> Stages { get; init => field = value.ToArray(); } = [];

    /// <summary>The lead organisation.</summary>
    [Id(5)]
    public string? Lead { get; init => field = PlainText.NfcOrNull(value); }

    /// <summary>The parts of its municipalities; they add to 1 on every day.</summary>
    [Id(6)]
    public IReadOnlyList<Share> Shares { get; init => field = value.ToArray(); } = [];

    /// <summary>The KPI streams it reports.</summary>
    [Id(7)]
    public IReadOnlyList<DeclaredStream> Kpis { get; init => field = value.ToArray(); } = [];

    /// <summary>Money set aside.</summary>
    [Id(8)]
    public IReadOnlyList<Budget> Budget { get; init => field = value.ToArray(); } = [];

    /// <summary>Free words to find it by; those of <see cref="FieldTags"/> say in which fields it works.</summary>
    [Id(9)]
    public IReadOnlyList<string> Tags { get; init => field = PlainText.NfcAll(value); } = [];

    /// <summary>The type of building, such as <c>school</c>: its amounts stand in that line of a matrix.</summary>
    /// <remarks>Where the participants of a joint pilot have buildings of different types, it is null, and that of each is
    /// the class of the KPI streams that the pilot declares for it, such as <c>VAC-A/factory@BE-34022</c>.</remarks>
    [Id(10)]
    public ClassId? BuildingType { get; init; }

    /// <summary>The pilot it repeats.</summary>
    [Id(11)]
    public PilotId? ReplicaOf { get; init; }

    /// <summary>Pages elsewhere.</summary>
    [Id(12)]
    public IReadOnlyList<Link> Links { get; init => field = value.ToArray(); } = [];

    /// <summary>Whether it is invented, to show how it looks.</summary>
    [Id(13)]
    public bool Sample { get; init; }

    /// <summary>What values may be divided by besides its budget; left out of the document where there is none.</summary>
    [Id(14), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Normaliser>? Normalisers { get; init => field = value?.ToArray(); }

    /// <summary>Periods whose last day is before this one are closed: nothing in them is measured, corrected or withdrawn
    /// until a coordinator moves the day back or takes it out. Left out of the document where none is closed.</summary>
    /// <remarks>The reason is that of the change, as for every other fact.</remarks>
    [Id(15), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ClosedBefore { get; init; }

    /// <summary>How many have to say yes to what was reported before it is locked: 0 or null nobody, 1 its lead, 2 its lead and
    /// then a coordinator. Left out of the document where it is not said.</summary>
    [Id(16), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ApprovalLevels { get; init; }

    /// <summary>The KPIs whose figures are told to the pilot's own people only.</summary>
    [JsonIgnore]
    public IEnumerable<KpiCode> Confidential =>
        Kpis.Where(stream => stream.Confidential).Select(stream => stream.Kpi).Distinct();

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check() => PilotCheck.Of(this);
}
