namespace KpiGrid;

/// <summary>The part of a pilot that a municipality has, for a time.</summary>
/// <remarks>A KPI with shares of its own uses those alone, on every day.</remarks>
[GenerateSerializer, Immutable, Alias("Share")]
public sealed record Share
{
    /// <summary>The municipality.</summary>
    [Id(0)]
    public MunicipalityId Municipality { get; init; }

    /// <summary>So many parts.</summary>
    [Id(1)]
    public int Parts { get; init; }

    /// <summary>Of so many; at most 1,000,000.</summary>
    [Id(2)]
    public int Whole { get; init; }

    /// <summary>The first day.</summary>
    [Id(3)]
    public DateOnly From { get; init; }

    /// <summary>The day after the last; null is open.</summary>
    [Id(4)]
    public DateOnly? To { get; init; }

    /// <summary>The KPI it holds for instead of the general shares; null is general.</summary>
    [Id(5)]
    public KpiCode? Kpi { get; init; }
}
