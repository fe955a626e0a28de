namespace KpiGrid;

/// <summary>What stands beside a measurement that was reported on behalf of participants.</summary>
[GenerateSerializer, Immutable, Alias("OnBehalf")]
public sealed record OnBehalf
{
    /// <summary>The key: the shares of its day by which it is split; empty where it names the participant.</summary>
    [Id(0)] public required IReadOnlyList<Share> Key { get; init; }

    /// <summary>How much of it counts and is split; participants report the rest themselves.</summary>
    [Id(1)] public required Amount Counted { get; init; }

    /// <summary>The newest confirmation or dispute of each participant, by municipality.</summary>
    [Id(2)] public required IReadOnlyList<Confirmation> Confirmations { get; init; }
}
