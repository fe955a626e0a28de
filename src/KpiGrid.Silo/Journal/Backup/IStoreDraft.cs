namespace KpiGrid.Silo.Journal.Backup;

/// <summary>A store in the making. Nobody sees any of it before it is kept; disposed of before, it leaves nothing.</summary>
internal interface IStoreDraft : IAsyncDisposable
{
    /// <summary>The epoch of the store that this one takes the place of; 0 when there is none or it cannot be read.</summary>
    long ReplacedEpoch { get; }

    /// <summary>Begins a stream, of which all records follow.</summary>
    Task Add(StoredStream stream, CancellationToken cancellationToken);

    /// <summary>Adds the next record of the stream.</summary>
    Task Add(JournalRecord record, CancellationToken cancellationToken);

    /// <summary>Takes what is fixed in a store, and lets all of it be read back before it is kept.</summary>
    Task<IStoreCut> Finish(long epoch, ReadOnlyMemory<byte> memberKey, CancellationToken cancellationToken);

    /// <summary>Puts it, durably and as a whole, in the place of what was there.</summary>
    Task Keep(CancellationToken cancellationToken);
}
