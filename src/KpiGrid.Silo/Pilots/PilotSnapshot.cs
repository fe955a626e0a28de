namespace KpiGrid.Silo.Pilots;

/// <summary>A pilot's state as of a record: a cache for fast starts, never the truth.</summary>
/// <remarks>It says what it covers and by which code; ahead of or off the chain it is discarded.</remarks>
[GenerateSerializer, Alias("PilotSnapshot")]
internal sealed record PilotSnapshot
{
    /// <summary>Raised whenever what is kept here, or how a record is read, changes.</summary>
    public const int CodeVersionNow = 6;

    [Id(0)] public int CodeVersion { get; init; }
    [Id(1)] public long Epoch { get; init; }
    [Id(2)] public long Sequence { get; init; }
    [Id(3)] public byte[] Hash { get; init; } = [];
    [Id(4)] public RegistryEntry? Entry { get; init; }

    /// <summary>Municipalities that ever had a share: those of earlier facts are in no record of the tail.</summary>
    [Id(5)] public MunicipalityId[] Municipalities { get; init; } = [];

    [Id(6)] public MeasurementSnapshot[] Measurements { get; init; } = [];

    [Id(7)] public FactsChange[] Facts { get; init; } = [];

    [Id(8)] public LateMark[] Marks { get; init; } = [];

    [Id(9)] public ApprovalEntry[] Approvals { get; init; } = [];

    [Id(10)] public Confirmation[] Confirmations { get; init; } = [];
}

/// <summary>One measurement of a snapshot.</summary>
[GenerateSerializer, Alias("MeasurementSnapshot")]
internal sealed record MeasurementSnapshot(
    [property: Id(0)] KpiCode Kpi,
    [property: Id(1)] MeasurementId Id,
    [property: Id(2)] Content Initial,
    [property: Id(3)] long Sequence,
    [property: Id(4)] Statement[] Later);
