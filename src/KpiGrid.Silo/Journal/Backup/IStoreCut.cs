namespace KpiGrid.Silo.Journal.Backup;

/// <summary>A store as it stood at one moment, whatever is written meanwhile.</summary>
internal interface IStoreCut : IAsyncDisposable
{
    /// <summary>The store's epoch.</summary>
    long Epoch { get; }

    /// <summary>The key under which member ids are hashed.</summary>
    ReadOnlyMemory<byte> MemberKey { get; }

    /// <summary>The records of all streams, those included that no head knows.</summary>
    Task<long> CountRecords(CancellationToken cancellationToken);

    /// <summary>Every stream that has a head, by name in the order of its UTF-8 bytes.</summary>
    IAsyncEnumerable<StoredStream> Streams(CancellationToken cancellationToken);

    /// <summary>The records of a stream as they lie there, by sequence; asked while its stream is the current one.</summary>
    /// <exception cref="JournalDamagedException">A value is none that a record has.</exception>
    IAsyncEnumerable<JournalRecord> Records(string stream, CancellationToken cancellationToken);
}

/// <summary>A stream with what its appends have written beside their records.</summary>
/// <param name="Head">Its last record.</param>
/// <param name="Municipalities">Of a pilot: every municipality that it ever had a share in, in the order of their bytes.</param>
/// <param name="Person">Of an actor: who it is; null when nobody is known, or none any more.</param>
internal sealed record StoredStream(JournalHead Head, IReadOnlyList<MunicipalityId> Municipalities, Person? Person);
