namespace KpiGrid.Host;

/// <summary>What the server is to be.</summary>
internal sealed record HostOrder
{
    public required string Urls { get; init; }

    public required string Data { get; init; }

    /// <summary>The clock of recorded times and of today; Orleans keeps the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Adds the journal, where it is not the one in SQLite in the data folder.</summary>
    public Action<ISiloBuilder>? Journal { get; init; }
}
