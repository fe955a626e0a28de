namespace KpiGrid;

/// <summary>The least and the greatest value accepted, both included; null is no limit.</summary>
[GenerateSerializer, Immutable, Alias("AmountRange")]
public sealed record AmountRange
{
    /// <summary>The least value accepted.</summary>
    [Id(0)]
    public Amount? Min { get; init; }

    /// <summary>The greatest value accepted.</summary>
    [Id(1)]
    public Amount? Max { get; init; }

    /// <summary>Whether a value lies inside.</summary>
    public bool Contains(Amount value) => !(value < Min) && !(value > Max);
}
