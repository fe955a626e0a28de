using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>The journal in one SQLite file: one connection writes, others read.</summary>
internal sealed class SqliteJournal : IJournal, ISnapshotTable, IPersonTable, IAsyncDisposable
{
    private readonly SqliteConnections connections;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly byte[] memberKey;
    private readonly string? unused;
    private SqliteWriter? writer;
    private Exception? stopped;
    private bool isWritten;

    private SqliteJournal(SqliteConnections connections, string? unused)
    {
        (this.connections, this.unused) = (connections, unused);
        var connection = connections.OpenWriter();
        (Epoch, memberKey) = SqliteConnections.Prepare(connection);
        writer = new(connection);
    }

    private SqliteJournal(SqliteConnections connections, Exception closedForWriting)
    {
        this.connections = connections;
        stopped = closedForWriting;
        using var reader = connections.OpenReader();
        (Epoch, memberKey) = SqliteConnections.Settings(reader);
    }

    public long Epoch { get; }
    public ReadOnlyMemory<byte> MemberKey => memberKey;
    public bool HasStopped => stopped is not null;

    /// <summary>Opens a store, making or upgrading it where needed.</summary>
    /// <param name="file">The store's file.</param>
    /// <param name="opened">Called with every connection for writing, before its settings are checked.</param>
    /// <exception cref="JournalDamagedException">The file is not what was written.</exception>
    /// <exception cref="JournalFullException">There is no space to open it.</exception>
    public static SqliteJournal Open(string file, Action<SqliteConnection>? opened = null)
    {
        var isNew = !File.Exists(file);
        if (!isNew && IsEmpty(file))
            throw new JournalDamagedException($"{file} is empty: restore it from a backup, or remove it to begin anew");
        try
        {
            return new(new(file, opened), isNew ? file : null);
        }
        catch (SqliteException failure)
        {
            if (isNew && IsEmpty(file)) File.Delete(file);
            throw failure.OfOpening(file);
        }
    }

    /// <summary>Opens a store that is there, beside whoever serves it; every write is refused.</summary>
    public static SqliteJournal OpenForReading(string file) =>
        new(new(file, null), new InvalidOperationException($"{file} is open for reading only"));

    /// <summary>
    /// Whether a file holds nothing: SQLite takes one of no byte or of one for a new store, and removes the log beside it with
    /// all that it holds.
    /// </summary>
    public static bool IsEmpty(string file) => new FileInfo(file) is { Exists: true, Length: <= 1 };

    public Task<IReadOnlyList<AppendOutcome>> Append(IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        JournalGroup.Check(group);
        return Write(to => to.Append(group), cancellationToken);
    }

    public async IAsyncEnumerable<JournalRecord> Read(
        string stream, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (head, damage) = await Read(from => SqliteQueries.HeadAndLast(from, stream), cancellationToken)
            .ConfigureAwait(false);
        var until = head.Sequence;
        while (after < until)
        {
            var page = await Read(from => SqliteQueries.Page(from, stream, after, until), cancellationToken)
                .ConfigureAwait(false);
            foreach (var record in page) yield return record;
            after = page[^1].Sequence;
        }
        if (damage is not null)
            throw new JournalDamagedException($"{stream} {damage}: restore the store from a backup");
    }

    public Task<JournalHead> Head(string stream, CancellationToken cancellationToken) =>
        Read(from => SqliteQueries.Head(from, stream), cancellationToken);

    public Task<IReadOnlyList<JournalHead>> Heads(string prefix, CancellationToken cancellationToken) =>
        Read(from => SqliteQueries.Heads(from, prefix), cancellationToken);

    public Task<MovedHeads> HeadsAfter(long mark, CancellationToken cancellationToken) =>
        Read(from => SqliteQueries.HeadsAfter(from, mark), cancellationToken);

    public Task<IReadOnlyList<JournalHead>> PilotHeads(
        MunicipalityId municipality, CancellationToken cancellationToken) =>
        Read(from => SqliteQueries.PilotHeads(from, municipality), cancellationToken);

    public Task<IReadOnlyList<MunicipalityId>> Municipalities(PilotId pilot, CancellationToken cancellationToken) =>
        Read(from => SqliteQueries.Municipalities(from, pilot), cancellationToken);

    public Task<IReadOnlyList<Edge>> Edges(
        IReadOnlyCollection<PilotId> pilots, CancellationToken cancellationToken) =>
        Read(from => SqliteQueries.Edges(from, pilots), cancellationToken);

    public Task<IReadOnlyList<FeedingHead>> FeedingHeads(
        IReadOnlyCollection<MunicipalityId> municipalities, CancellationToken cancellationToken) =>
        Read(from => SqliteQueries.FeedingHeads(from, municipalities), cancellationToken);

    public Task<TrailRecords> Trail(TrailQuestion question, CancellationToken cancellationToken) =>
        Read(from => SqliteTrail.Of(from, question), cancellationToken);

    public async IAsyncEnumerable<JournalRecord> Stored(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (page, last) = (default(IReadOnlyList<JournalRecord>), StoredKey.BeforeAll);
        while (page is not { Count: 0 })
        {
            (page, last) = await Read(from => SqliteStored.Page(from, prefix, last), cancellationToken)
                .ConfigureAwait(false);
            foreach (var record in page) yield return record;
        }
    }

    public Task<Person?> ReadPerson(string actor, CancellationToken cancellationToken) =>
        Read(from => SqlitePeople.Read(from, actor), cancellationToken);

    public Task<bool> EmptyLog(CancellationToken cancellationToken) => Write(to => to.EmptyLog(), cancellationToken);

    public Task<Snapshot?> ReadSnapshot(string name, CancellationToken cancellationToken) =>
        Read(from => SqliteQueries.Snapshot(from, name), cancellationToken);

    public Task<bool> WriteSnapshot(
        string name, string? expectedEtag, Snapshot snapshot, CancellationToken cancellationToken) =>
        Write(to => to.WriteSnapshot(name, expectedEtag, snapshot), cancellationToken);

    public Task<bool> ClearSnapshot(string name, string? expectedEtag, CancellationToken cancellationToken) =>
        Write(to => to.ClearSnapshot(name, expectedEtag), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await writing.WaitAsync().ConfigureAwait(false);
        stopped ??= new ObjectDisposedException(nameof(SqliteJournal));
        // The writer closes last: only it can bring the log into the file, which is then the whole store.
        connections.Dispose();
        writer?.Dispose();
        // A start that was refused leaves nothing that looks like an installation.
        if (unused is not null && !isWritten) File.Delete(unused);
        writing.Release();
    }

    // SQLite blocks its caller, who may be a grain: everything runs on a thread of the pool.
    private Task<T> Read<T>(Func<SqliteConnection, T> query, CancellationToken cancellationToken) => Task.Run(() =>
    {
        try
        {
            using var connection = connections.OpenReader();
            return query(connection);
        }
        catch (SqliteException failure)
        {
            throw failure.OfReading();
        }
        catch (Exception failure) when (SqliteFailure.IsUnreadableValue(failure))
        {
            throw SqliteFailure.Unreadable(failure);
        }
    }, cancellationToken);

    private async Task<T> Write<T>(Func<SqliteWriter, T> work, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => WriteNow(work), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            writing.Release();
        }
    }

    private T WriteNow<T>(Func<SqliteWriter, T> work)
    {
        if (stopped is not null)
            throw new InvalidOperationException(
                $"the journal has stopped writing until a restart: {stopped.Message}", stopped);
        try
        {
            writer ??= new(connections.OpenWriter());
            isWritten = true;
            return work(writer);
        }
        catch (Exception failure)
        {
            Abandon(failure);
            if (failure is SqliteException sqlite && sqlite.IsFull()) throw SqliteFailure.Full(sqlite);
            throw;
        }
    }

    // A new connection starts without whatever the failed one left open.
    private void Abandon(Exception failure)
    {
        if (failure is InvalidDataException || (failure as SqliteException)?.IsFinal() == true) stopped ??= failure;
        writer?.Dispose();
        writer = null;
    }
}
