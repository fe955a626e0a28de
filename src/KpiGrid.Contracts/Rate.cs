namespace KpiGrid;

/// <summary>An exchange rate; in force until the next entry of its series.</summary>
[GenerateSerializer, Immutable, Alias("Rate")]
public sealed record Rate
{
    /// <summary>The first day.</summary>
    [Id(0)]
    public DateOnly From { get; init; }

    /// <summary>How much of the quoted currency one unit of the base is worth; above 0 and below 1e9.</summary>
    [Id(1)]
    public Amount Value { get; init; }
}
