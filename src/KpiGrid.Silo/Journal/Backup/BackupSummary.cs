namespace KpiGrid.Silo.Journal.Backup;

/// <summary>What a backup holds.</summary>
/// <param name="Epoch">The epoch of the store it is of.</param>
/// <param name="Streams">Its streams.</param>
/// <param name="Records">The records of all of them.</param>
/// <param name="Content">The content digest: the same for two stores that hold the same, whatever their kind and epoch.</param>
internal sealed record BackupSummary(long Epoch, long Streams, long Records, string Content);
