namespace KpiGrid;

/// <summary>The time in which a code stood for one territory.</summary>
[GenerateSerializer, Immutable, Alias("MunicipalityInterval")]
public sealed record MunicipalityInterval
{
    /// <summary>The name.</summary>
    [Id(0)]
    public string Name { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The NUTS 3 code, such as <c>DK042</c>.</summary>
    [Id(1)]
    public string? Nuts3 { get; init => field = PlainText.NfcOrNull(value); }

    /// <summary>Where it is drawn.</summary>
    [Id(2)]
    public Location? Location { get; init; }

    /// <summary>The first day.</summary>
    [Id(3)]
    public DateOnly From { get; init; }

    /// <summary>The day after the last; null is open.</summary>
    [Id(4)]
    public DateOnly? To { get; init; }

    /// <summary>What it became, once it has ended.</summary>
    [Id(5)]
    public IReadOnlyList<Successor> Successors { get; init => field = value.ToArray(); } = [];
}
