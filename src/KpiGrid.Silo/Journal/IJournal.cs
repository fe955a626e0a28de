namespace KpiGrid.Silo.Journal;

/// <summary>The durable journal: streams of records, each fenced by its sequence.</summary>
/// <remarks>
/// <para>Implementations are safe for concurrent use. Everything that a method promises holds across processes.</para>
/// <para>Failures of a whole group leave as the store's own exceptions: every outcome is unknown then, and only reading the
/// streams again tells it. A read that fails throws <see cref="JournalUnavailableException"/>, one that meets damage
/// <see cref="JournalDamagedException"/>.</para>
/// </remarks>
internal interface IJournal
{
    /// <summary>The store's epoch: 1 at first, raised by every restore.</summary>
    long Epoch { get; }

    /// <summary>
    /// The installation's key (32 random bytes, made with the store and kept in its backups) under which member ids of
    /// distinct counts are hashed before they are stored.
    /// </summary>
    ReadOnlyMemory<byte> MemberKey { get; }

    /// <summary>Whether it writes nothing more until the process starts again, such as after a sync that failed.</summary>
    bool HasStopped => false;

    /// <summary>Commits a group of appends, at most one per stream, each with an outcome of its own.</summary>
    /// <returns>
    /// One outcome per append, in order. When the task completes, every <see cref="AppendOutcome.Committed"/> record is
    /// durable, with its head and its edges; <see cref="AppendOutcome.Unknown"/> ones may be, whole, now or later; every
    /// other one has left no trace.
    /// </returns>
    Task<IReadOnlyList<AppendOutcome>> Append(IReadOnlyList<Append> group, CancellationToken cancellationToken);

    /// <summary>The records of a stream after a sequence, in order, up to the head at the time of the call.</summary>
    IAsyncEnumerable<JournalRecord> Read(string stream, long after, CancellationToken cancellationToken);

    /// <summary>The head of a stream; sequence 0 when it has no record.</summary>
    Task<JournalHead> Head(string stream, CancellationToken cancellationToken);

    /// <summary>The heads of all streams whose name starts with a prefix, by name in ordinal order.</summary>
    Task<IReadOnlyList<JournalHead>> Heads(string prefix, CancellationToken cancellationToken);

    /// <summary>The heads that moved after a mark, and the mark to ask from next time.</summary>
    /// <remarks>
    /// Mark 0 asks for all heads. A head may be told by two calls, by each once, and is never left out: every head committed
    /// by the time of a call is told by that call or was told by one before it.
    /// </remarks>
    Task<MovedHeads> HeadsAfter(long mark, CancellationToken cancellationToken);

    /// <summary>The heads of every pilot that ever had a share in a municipality, by pilot id in ordinal order.</summary>
    Task<IReadOnlyList<JournalHead>> PilotHeads(MunicipalityId municipality, CancellationToken cancellationToken);

    /// <summary>Every municipality that a pilot ever had a share in.</summary>
    Task<IReadOnlyList<MunicipalityId>> Municipalities(PilotId pilot, CancellationToken cancellationToken);

    /// <summary>Every municipality that pilots ever had a share in, for many pilots at once; in no order.</summary>
    async Task<IReadOnlyList<Edge>> Edges(IReadOnlyCollection<PilotId> pilots, CancellationToken cancellationToken)
    {
        var edges = new List<Edge>();
        foreach (var pilot in pilots)
            edges.AddRange((await Municipalities(pilot, cancellationToken)).Select(place => new Edge(pilot, place)));
        return edges;
    }

    /// <summary>
    /// The heads that feed municipalities, for many at once: each one's own, where it has one, and those of every pilot that
    /// ever had a share in it; in no order.
    /// </summary>
    async Task<IReadOnlyList<FeedingHead>> FeedingHeads(
        IReadOnlyCollection<MunicipalityId> municipalities, CancellationToken cancellationToken)
    {
        var heads = new List<FeedingHead>();
        foreach (var place in municipalities)
        {
            var own = await Head(Streams.Of(place), cancellationToken);
            var feeding = await PilotHeads(place, cancellationToken);
            heads.AddRange(feeding.Prepend(own).Where(head => head.Sequence > 0)
                .Select(head => new FeedingHead(place, head)));
        }
        return heads;
    }

    /// <summary>Records of all streams, newest first: by time, then stream, then sequence, all descending.</summary>
    /// <remarks>
    /// Whoever asks on after the last record of a page meets every record older than that once, whatever is written
    /// meanwhile. A page may be shorter than asked for though more follow: its bodies have a bound too.
    /// </remarks>
    Task<TrailRecords> Trail(TrailQuestion question, CancellationToken cancellationToken);

    /// <summary>
    /// Every record as it lies in the store, by stream and sequence, of streams whose name starts with a prefix:
    /// neither heads nor chains are asked, so that whoever checks them sees what is there.
    /// </summary>
    /// <remarks>A record that holds a value which no record has comes with an empty hash.</remarks>
    IAsyncEnumerable<JournalRecord> Stored(string prefix, CancellationToken cancellationToken);
}

/// <summary>A pilot and a municipality that it has or had a share in.</summary>
internal readonly record struct Edge(PilotId Pilot, MunicipalityId Municipality);

/// <summary>A municipality and the head of a stream that feeds it.</summary>
internal readonly record struct FeedingHead(MunicipalityId Municipality, JournalHead Head);

/// <summary>Heads that moved after a mark.</summary>
/// <param name="Heads">The heads.</param>
/// <param name="Mark">The mark to ask from next time.</param>
internal sealed record MovedHeads(IReadOnlyList<JournalHead> Heads, long Mark);
