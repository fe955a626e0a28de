namespace KpiGrid;

/// <summary>A KPI stream of which something was due and has not come, nor a reason for silence.</summary>
[GenerateSerializer, Immutable, Alias("LateDuty")]
public sealed record LateDuty
{
    /// <summary>The KPI stream.</summary>
    [Id(0)] public required KpiStreamId Stream { get; init; }

    /// <summary>The municipalities it is late for, by id: those expected on a day of a missing period.</summary>
    [Id(1)] public required IReadOnlyList<MunicipalityId> Municipalities { get; init; }

    /// <summary>The missing periods, the earliest first, at least one.</summary>
    [Id(2)] public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>The day by which the first of them was due; it is late since the day after.</summary>
    [Id(3)] public required DateOnly Due { get; init; }

    /// <summary>The last day that was reported; null when nothing ever was.</summary>
    [Id(4)] public DateOnly? ReportedUntil { get; init; }

    /// <summary>When the pilot's journal recorded that it is late; null when it has not yet.</summary>
    [Id(5)] public DateTimeOffset? MarkedAt { get; init; }
}
