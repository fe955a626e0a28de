namespace KpiGrid;

/// <summary>Money set aside for a pilot.</summary>
[GenerateSerializer, Immutable, Alias("Budget")]
public sealed record Budget
{
    /// <summary>How much.</summary>
    [Id(0)]
    public Amount Amount { get; init; }

    /// <summary>The ISO 4217 code.</summary>
    [Id(1)]
    public string Currency { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The first day.</summary>
    [Id(2)]
    public DateOnly From { get; init; }

    /// <summary>The day after the last; null is open.</summary>
    [Id(3)]
    public DateOnly? To { get; init; }
}
