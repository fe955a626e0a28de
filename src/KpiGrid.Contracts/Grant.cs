namespace KpiGrid;

/// <summary>A role at a node, for a time.</summary>
[GenerateSerializer, Immutable, Alias("Grant")]
public sealed record Grant
{
    /// <summary>The role.</summary>
    [Id(0)]
    public Role Role { get; init; }

    /// <summary><c>regions/{id}</c>, <c>pilots/{id}</c>, or null for the whole installation.</summary>
    [Id(1)]
    public string? On { get; init; }

    /// <summary>The first day, in UTC.</summary>
    [Id(2)]
    public DateOnly From { get; init; }

    /// <summary>The day after the last; null is open.</summary>
    [Id(3)]
    public DateOnly? To { get; init; }

    /// <summary>The region it is granted on; null when it is not on a region.</summary>
    public RegionId? Region() => Named("regions/") is { } text && RegionId.TryParse(text, out var id) ? id : null;

    /// <summary>The pilot it is granted on; null when it is not on a pilot.</summary>
    public PilotId? Pilot() => Named("pilots/") is { } text && PilotId.TryParse(text, out var id) ? id : null;

    private string? Named(string kind) =>
        On is { } node && node.StartsWith(kind, StringComparison.Ordinal) ? node[kind.Length..] : null;
}
