namespace KpiGrid.Host;

/// <summary>What the server is to be.</summary>
internal sealed record HostOrder
{
    public required string Urls { get; init; }

    public required string Data { get; init; }

    /// <summary>Whether it may listen unencrypted where other machines reach it.</summary>
    public bool InsecurePublic { get; init; }

    /// <summary>The clock of recorded times and of today; Orleans keeps the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>A file with settings in JSON; what the environment says counts more.</summary>
    public string? SettingsFile { get; init; }

    /// <summary>Settings that count more than those of the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether a key is made that opens everything though there is one.</summary>
    public bool NewAdminKey { get; init; }

    /// <summary>Adds the journal, where it is not the one in SQLite in the data folder.</summary>
    public Action<ISiloBuilder>? Journal { get; init; }
}
