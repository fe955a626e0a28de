namespace KpiGrid.Silo.Journal;

/// <summary>Named snapshots, each fenced by its etag. A cache: losing it costs only time.</summary>
internal interface ISnapshotTable
{
    /// <summary>A snapshot, or null when there is none.</summary>
    Task<Snapshot?> ReadSnapshot(string name, CancellationToken cancellationToken);

    /// <summary>Stores a snapshot over the one with the expected etag; null expects none.</summary>
    /// <returns>False when the snapshot stored is another one; nothing has changed then.</returns>
    Task<bool> WriteSnapshot(string name, string? expectedEtag, Snapshot snapshot, CancellationToken cancellationToken);

    /// <summary>Removes the snapshot with the expected etag; null expects none.</summary>
    /// <returns>False when the snapshot stored is another one; nothing has changed then.</returns>
    Task<bool> ClearSnapshot(string name, string? expectedEtag, CancellationToken cancellationToken);
}

/// <summary>A snapshot as stored.</summary>
internal sealed record Snapshot(string Etag, byte[] Body);
