using KpiGrid.Silo.Journal.Backup;
using Microsoft.Data.Sqlite;
using static KpiGrid.Silo.Journal.Sqlite.SqliteText;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>A store in the making, in a file beside the one whose place it takes.</summary>
internal sealed class SqliteDraft : IStoreDraft
{
    private const long Mark = 1;

    private readonly DataFolder folder;
    private readonly string file;
    private readonly string draft;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand head, record, edge, person;

    private SqliteDraft(DataFolder folder)
    {
        (this.folder, file) = (folder, folder.JournalFile);
        draft = file + ".restoring";
        Remove();
        connection = new($"Data Source={draft};Pooling=False");
        connection.Open();
        // Nobody relies on the draft before it is brought to the disk as a whole.
        connection.Run("pragma journal_mode = off; pragma synchronous = off");
        SqliteSchema.BringUpToDate(connection);
        connection.Run("begin");
        head = connection.Prepare(
            "insert into head (stream, sequence, hash, recorded_at, mark) values ($s, $n, $h, $t, $m)",
            "$s", "$n", "$h", "$t", "$m");
        record = SqliteRecord.Insert(connection);
        edge = connection.Prepare("insert into edge (pilot, municipality) values ($p, $m)", "$p", "$m");
        person = connection.Prepare("insert into person (actor, name, email) values ($a, $n, $e)", "$a", "$n", "$e");
    }

    public required long ReplacedEpoch { get; init; }

    /// <summary>Begins a store in a data folder, which this process then holds.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="replace">Whether a store may be replaced that holds records, or may hold some.</param>
    /// <param name="cancellationToken">Ends it; nothing has changed then.</param>
    /// <exception cref="IOException">There is such a store and it may not be, or somebody serves the folder.</exception>
    public static async Task<SqliteDraft> Begin(string path, bool replace, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Open(path);
        try
        {
            var file = folder.JournalFile;
            if (!replace && File.Exists(file) && !await IsWithoutRecords(file, cancellationToken))
                throw new IOException(
                    $"{file} holds records or cannot be read: name another folder with --data, or give it up with --replace");
            var epoch = Close(file);
            return new(folder) { ReplacedEpoch = epoch };
        }
        catch (Exception failure)
        {
            folder.Dispose();
            if (failure is SqliteException sqlite) throw sqlite.OfOpening(folder.JournalFile);
            throw;
        }
    }

    public Task Add(StoredStream stream, CancellationToken cancellationToken)
    {
        var (name, sequence, hash, recordedAt) = stream.Head;
        Write(head.With(name, sequence, hash, Micros(recordedAt), Mark));
        foreach (var municipality in stream.Municipalities)
            Write(edge.With(Streams.Pilot(name)!.Value.Value, municipality.Value));
        if (stream.Person is { } known)
            Write(person.With(Streams.Actor(name)!, known.Name, (object?)known.Email ?? DBNull.Value));
        return Task.CompletedTask;
    }

    public Task Add(JournalRecord next, CancellationToken cancellationToken)
    {
        Write(record.With(next));
        return Task.CompletedTask;
    }

    public Task<IStoreCut> Finish(long epoch, ReadOnlyMemory<byte> memberKey, CancellationToken cancellationToken)
    {
        using var set = connection.Prepare("insert or replace into setting (name, value) values ($n, $v)", "$n", "$v");
        Write(set.With("epoch", epoch));
        Write(set.With("member-key", memberKey.ToArray()));
        using var commit = connection.Prepare("commit");
        Write(commit);
        return Task.FromResult<IStoreCut>(SqliteCut.Open(draft));
    }

    public Task Keep(CancellationToken cancellationToken)
    {
        connection.Dispose();
        // SQLite would take the log of the store before for this one's, and write its pages into it.
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        DurableFile.Name(draft, file);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        Remove();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Remove() => File.Delete(draft);

    private static async Task<bool> IsWithoutRecords(string file, CancellationToken cancellationToken)
    {
        if (SqliteJournal.IsEmpty(file)) return false; // its log may hold everything
        try
        {
            await using var store = SqliteCut.Open(file);
            return await store.CountRecords(cancellationToken) == 0;
        }
        catch (Exception failure) when (failure is JournalDamagedException or JournalUnavailableException or IOException)
        {
            return false;
        }
    }

    /// <summary>
    /// Brings the log of the store before into its file, so that it stays whole until it is replaced, and tells its epoch;
    /// 0 where it is damaged.
    /// </summary>
    private static long Close(string file)
    {
        if (!File.Exists(file) || SqliteJournal.IsEmpty(file)) return 0;
        try
        {
            using var connections = new SqliteConnections(file, null);
            using var old = connections.OpenWriter();
            return SqliteConnections.Settings(old).Epoch;
        }
        catch (Exception failure) when (failure is SqliteException or JournalDamagedException or InvalidOperationException)
        {
            return 0;
        }
    }

    private void Write(SqliteCommand row)
    {
        try
        {
            row.ExecuteNonQuery();
        }
        catch (SqliteException failure)
        {
            throw failure.OfOpening(draft);
        }
    }
}
