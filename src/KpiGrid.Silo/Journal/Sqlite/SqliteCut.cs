using System.Runtime.CompilerServices;
using KpiGrid.Silo.Journal.Backup;
using Microsoft.Data.Sqlite;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>A store file as one read transaction sees it; writers go on, their log grows until it ends.</summary>
internal sealed class SqliteCut : IStoreCut
{
    private readonly SqliteConnection connection;
    private readonly byte[] memberKey;

    private SqliteCut(string file)
    {
        connection = new($"Data Source={file};Mode=ReadOnly;Pooling=False;Default Timeout=5");
        try
        {
            connection.Open();
            connection.Run("begin");
            (Epoch, memberKey) = SqliteConnections.Settings(connection); // the first read is the moment
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public long Epoch { get; }

    public ReadOnlyMemory<byte> MemberKey => memberKey;

    /// <exception cref="JournalDamagedException">The file is not what was written.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SqliteCut Open(string file)
    {
        try
        {
            return new(file);
        }
        catch (SqliteException failure)
        {
            throw failure.OfOpening(file);
        }
    }

    public Task<long> CountRecords(CancellationToken cancellationToken) =>
        Task.FromResult(Reading(() => connection.Scalar("select count(*) from journal")));

    public async IAsyncEnumerable<StoredStream> Streams([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        using var heads = connection.Prepare("select stream, sequence, hash, recorded_at from head order by stream");
        using var rows = Reading(heads.ExecuteReader);
        while (Reading(rows.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Reading(() => Stream(SqliteText.Head(rows)));
        }
    }

    public async IAsyncEnumerable<JournalRecord> Records(
        string stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        using var records = connection.Prepare(
            "select stream, sequence, recorded_at, author, type, body, hash from journal where stream = $s order by sequence",
            "$s").With(stream);
        using var rows = Reading(records.ExecuteReader);
        while (Reading(rows.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Reading(() => SqliteQueries.Record(rows));
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private StoredStream Stream(JournalHead head) => new(
        head,
        Journal.Streams.Pilot(head.Stream) is { } pilot ? SqliteQueries.Municipalities(connection, pilot) : [],
        Journal.Streams.Actor(head.Stream) is { } actor ? SqlitePeople.Read(connection, actor) : null);

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException failure)
        {
            throw failure.OfReading();
        }
        catch (Exception failure) when (SqliteFailure.IsUnreadableValue(failure))
        {
            throw SqliteFailure.Unreadable(failure);
        }
    }
}
