using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>The journal in a PostgreSQL database, which any number of silos share.</summary>
internal sealed class PostgresJournal : IJournal, ISnapshotTable, IPersonTable, IAsyncDisposable
{
    /// <summary>How many appends of a group are tried at once, each by itself, after the group has failed.</summary>
    private const int SinglesAtOnce = 8;

    private readonly NpgsqlDataSource reading;
    private readonly NpgsqlDataSource? writing;
    private readonly byte[] memberKey;

    private PostgresJournal(NpgsqlDataSource reading, NpgsqlDataSource? writing)
    {
        (this.reading, this.writing) = (reading, writing);
        using var connection = reading.OpenConnection();
        Epoch = long.Parse(Setting(connection, "epoch"), CultureInfo.InvariantCulture);
        memberKey = Convert.FromHexString(Setting(connection, "member-key"));
    }

    public long Epoch { get; }
    public ReadOnlyMemory<byte> MemberKey => memberKey;

    private NpgsqlDataSource Writing =>
        writing ?? throw new InvalidOperationException("This store is open for reading only");

    /// <summary>Opens a store, making or upgrading its tables where needed.</summary>
    /// <exception cref="IOException">The database cannot be reached.</exception>
    /// <exception cref="InvalidOperationException">The server cannot keep what it acknowledges: why, and what to do.</exception>
    /// <exception cref="InvalidDataException">A newer program wrote it.</exception>
    public static PostgresJournal Open(string connectionString, PostgresOptions? options = null)
    {
        var connections = new PostgresConnections(connectionString, options ?? new());
        try
        {
            PostgresSchema.BringUpToDate(connections.Writing);
            return new(connections.Reading, connections.Writing);
        }
        catch (NpgsqlException failure)
        {
            throw failure.OfOpening();
        }
    }

    /// <summary>Opens a store that is there, beside whoever serves it; every write is refused.</summary>
    /// <exception cref="IOException">The database cannot be reached.</exception>
    public static PostgresJournal OpenForReading(string connectionString)
    {
        try
        {
            return new(PostgresConnections.ForReading(connectionString), null);
        }
        catch (NpgsqlException failure)
        {
            throw failure.OfOpening();
        }
    }

    public Task<IReadOnlyList<AppendOutcome>> Append(IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        JournalGroup.Check(group);
        return Task.Run(() => Commit(group, cancellationToken), cancellationToken);
    }

    public async IAsyncEnumerable<JournalRecord> Read(
        string stream, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (head, damage) = await Ask(
            () => PostgresQueries.HeadAndLast(reading, stream, cancellationToken), cancellationToken).ConfigureAwait(false);
        while (after < head.Sequence)
        {
            var page = await Ask(
                () => PostgresQueries.Page(reading, stream, after, head.Sequence, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            foreach (var record in page) yield return record;
            after = page[^1].Sequence;
        }
        if (damage is not null)
            throw new JournalDamagedException($"{stream} {damage}: restore the store from a backup");
    }

    public Task<JournalHead> Head(string stream, CancellationToken cancellationToken) =>
        Ask(() => PostgresQueries.Head(reading, stream, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<JournalHead>> Heads(string prefix, CancellationToken cancellationToken) =>
        Ask(() => PostgresQueries.Heads(reading, prefix, cancellationToken), cancellationToken);

    public Task<MovedHeads> HeadsAfter(long mark, CancellationToken cancellationToken) =>
        Ask(() => PostgresQueries.HeadsAfter(reading, mark, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<JournalHead>> PilotHeads(
        MunicipalityId municipality, CancellationToken cancellationToken) =>
        Ask(() => PostgresQueries.PilotHeads(reading, municipality, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<MunicipalityId>> Municipalities(PilotId pilot, CancellationToken cancellationToken) =>
        Ask(() => PostgresQueries.Municipalities(reading, pilot, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Edge>> Edges(
        IReadOnlyCollection<PilotId> pilots, CancellationToken cancellationToken) =>
        Ask(() => PostgresQueries.Edges(reading, pilots, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<FeedingHead>> FeedingHeads(
        IReadOnlyCollection<MunicipalityId> municipalities, CancellationToken cancellationToken) =>
        Ask(() => PostgresQueries.FeedingHeads(reading, municipalities, cancellationToken), cancellationToken);

    public Task<TrailRecords> Trail(TrailQuestion question, CancellationToken cancellationToken) =>
        Ask(() => PostgresTrail.Of(reading, question, cancellationToken), cancellationToken);

    public async IAsyncEnumerable<JournalRecord> Stored(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = (Stream: "", Sequence: long.MinValue);
        while (true)
        {
            var page = await Ask(() => PostgresStored.Page(reading, prefix, last, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            foreach (var record in page) yield return record;
            if (page.Count == 0) yield break;
            last = (page[^1].Stream, page[^1].Sequence);
        }
    }

    public Task<Person?> ReadPerson(string actor, CancellationToken cancellationToken) =>
        Ask(() => PostgresPeople.Read(reading, actor, cancellationToken), cancellationToken);

    public Task<bool> EmptyLog(CancellationToken cancellationToken) =>
        Ask(() => PostgresPeople.Rewrite(Writing, cancellationToken), cancellationToken);

    public Task<Snapshot?> ReadSnapshot(string name, CancellationToken cancellationToken) =>
        Ask(() => PostgresSnapshots.Read(reading, name, cancellationToken), cancellationToken);

    public Task<bool> WriteSnapshot(
        string name, string? expectedEtag, Snapshot snapshot, CancellationToken cancellationToken) =>
        Ask(() => PostgresSnapshots.Write(Writing, name, expectedEtag, snapshot, cancellationToken), cancellationToken);

    public Task<bool> ClearSnapshot(string name, string? expectedEtag, CancellationToken cancellationToken) =>
        Ask(() => PostgresSnapshots.Clear(Writing, name, expectedEtag, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await reading.DisposeAsync().ConfigureAwait(false);
        if (writing is not null) await writing.DisposeAsync().ConfigureAwait(false);
    }

    private static string Setting(NpgsqlConnection connection, string name)
    {
        using var command = new NpgsqlCommand("select value from setting where name = $1", connection).With(name);
        return command.ExecuteScalar() as string ?? throw new JournalDamagedException(
            $"The database {connection.Database} has lost its setting '{name}': restore it from a backup");
    }

    private async Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        try
        {
            return await PostgresAppend.Commit(Writing, group, cancellationToken);
        }
        catch (PostgresException failure) when (failure.OfOne() is { } outcome)
        {
            return group.Count == 1 ? [outcome]
                : outcome == AppendOutcome.Held ? await CommitUnheld(group, cancellationToken)
                : await CommitSingly(group, cancellationToken);
        }
        catch (Exception failure) when (failure.IsFull())
        {
            throw PostgresFailure.Full(failure);
        }
        catch (Exception failure) when (failure.IsReadOnly())
        {
            // The next connection asks what this server has become, or finds the one that took its place.
            Writing.Clear();
            reading.Clear();
            throw;
        }
    }

    // Somebody may hold a head for long: the others do not wait for it a second time.
    private async Task<IReadOnlyList<AppendOutcome>> CommitUnheld(
        IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        var held = await PostgresAppend.Held(Writing, group, cancellationToken);
        if (held.Count == 0) return await CommitSingly(group, cancellationToken);
        var free = group.Where(append => !held.Contains(append.Record.Stream)).ToList();
        var outcomes = new Queue<AppendOutcome>(free.Count == 0 ? [] : await Commit(free, cancellationToken));
        return [.. group.Select(append => held.Contains(append.Record.Stream) ? AppendOutcome.Held : outcomes.Dequeue())];
    }

    // The statement of the group stored nothing, so each of its appends may be sent again, where the culprit fails alone.
    private async Task<IReadOnlyList<AppendOutcome>> CommitSingly(
        IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        var outcomes = new AppendOutcome[group.Count];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = SinglesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, group.Count, atOnce,
            async (i, cancelled) => outcomes[i] = await CommitOne(group[i], cancelled));
        return outcomes;
    }

    private async Task<AppendOutcome> CommitOne(Append append, CancellationToken cancellationToken)
    {
        try
        {
            return (await Commit([append], cancellationToken))[0];
        }
        catch (Exception failure) when (failure is NpgsqlException or JournalFullException)
        {
            return AppendOutcome.Unknown; // while others of the group are committed
        }
    }

    // On a thread of the pool, since whoever asks may be a grain with a scheduler of its own.
    private static Task<T> Ask<T>(Func<Task<T>> question, CancellationToken cancellationToken) => Task.Run(async () =>
    {
        try
        {
            return await question();
        }
        catch (Exception failure) when (PostgresFailure.IsOfServer(failure))
        {
            throw PostgresFailure.OfReading(failure);
        }
    }, cancellationToken);
}
