namespace KpiGrid;

/// <summary>A municipality in a region, for a time.</summary>
[GenerateSerializer, Immutable, Alias("Membership")]
public sealed record Membership
{
    /// <summary>The member.</summary>
    [Id(0)]
    public MunicipalityId Municipality { get; init; }

    /// <summary>The first day.</summary>
    [Id(1)]
    public DateOnly From { get; init; }

    /// <summary>The day after the last; null is open.</summary>
    [Id(2)]
    public DateOnly? To { get; init; }
}
