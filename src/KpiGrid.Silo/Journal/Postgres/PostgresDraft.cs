using System.Globalization;
using KpiGrid.Silo.Journal.Backup;
using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>A store in the making, in one transaction that nobody sees before it is kept.</summary>
internal sealed class PostgresDraft : IStoreDraft
{
    private const int BytesAtOnce = 1024 * 1024;
    private const int LooksMax = 30;
    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlConnection connection;
    private readonly List<StoredStream> streams = [];
    private readonly List<JournalRecord> records = [];
    private long bytes;

    private PostgresDraft(NpgsqlDataSource source, NpgsqlConnection connection) =>
        (this.source, this.connection) = (source, connection);

    public long ReplacedEpoch { get; private set; }

    /// <summary>Begins a store in a database, whose tables it makes where needed.</summary>
    /// <param name="connectionString">As the owner of the tables: who serves need not be allowed to remove what was recorded.</param>
    /// <param name="options">What is asked of the server.</param>
    /// <param name="replace">Whether a store may be replaced that holds records.</param>
    /// <param name="cancellationToken">Ends it; nothing has changed then.</param>
    /// <exception cref="IOException">Somebody uses the database, it holds records that may not be replaced, or cannot be reached.</exception>
    public static async Task<PostgresDraft> Begin(
        string connectionString, PostgresOptions options, bool replace, CancellationToken cancellationToken)
    {
        var source = PostgresConnections.ForAll(connectionString, options, mayWrite: true);
        NpgsqlConnection? connection = null;
        try
        {
            PostgresSchema.BringUpToDate(source);
            connection = await source.OpenConnectionAsync(cancellationToken);
            var draft = new PostgresDraft(source, connection);
            await draft.Clear(replace, cancellationToken);
            return draft;
        }
        catch (Exception failure)
        {
            if (connection is not null) await connection.DisposeAsync();
            await source.DisposeAsync();
            if (failure is NpgsqlException npgsql) throw npgsql.OfOpening();
            if (failure is InvalidOperationException unfit) throw new IOException(unfit.Message, unfit);
            throw;
        }
    }

    public Task Add(StoredStream stream, CancellationToken cancellationToken)
    {
        streams.Add(stream);
        return Task.CompletedTask;
    }

    public Task Add(JournalRecord record, CancellationToken cancellationToken)
    {
        records.Add(record);
        bytes += record.Body.Length;
        return bytes >= BytesAtOnce || records.Count >= PostgresPage.RecordsMax ? Write(cancellationToken) : Task.CompletedTask;
    }

    public async Task<IStoreCut> Finish(long epoch, ReadOnlyMemory<byte> memberKey, CancellationToken cancellationToken)
    {
        await Write(cancellationToken);
        await Writing(() => connection.RunAsync(
            "update setting set value = case name when 'epoch' then $1 else $2 end where name in ('epoch', 'member-key')",
            cancellationToken, epoch.ToString(CultureInfo.InvariantCulture), Convert.ToHexStringLower(memberKey.Span)));
        await Writing(() => connection.RunAsync(
            "alter table journal enable trigger user; alter table edge enable trigger user; " +
            "alter table head enable trigger user; analyze journal, head, edge", cancellationToken));
        return await PostgresCut.In(connection, null, cancellationToken);
    }

    public Task Keep(CancellationToken cancellationToken) => Writing(() => connection.RunAsync("commit", cancellationToken));

    /// <summary>What was not kept is rolled back with the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await source.DisposeAsync();
    }

    private async Task Clear(bool replace, CancellationToken cancellationToken)
    {
        // First without a lock, which would hold up those who are there; then again, for who has come since.
        await RefuseOthers(LooksMax, cancellationToken);
        await connection.RunAsync(
            "begin; lock table journal, head, edge, person, setting, snapshot in access exclusive mode", cancellationToken);
        await RefuseOthers(1, cancellationToken);
        await using (var cut = await PostgresCut.In(connection, null, cancellationToken))
        {
            ReplacedEpoch = cut.Epoch;
            if (!replace && await cut.CountRecords(cancellationToken) > 0)
                throw new IOException(
                    $"The database {connection.Database} holds records: name another one, or give them up with --replace");
        }
        // History is only ever added to, but by whoever owns the tables and says so.
        await connection.RunAsync(
            "alter table journal disable trigger user; alter table edge disable trigger user; " +
            "alter table head disable trigger user; truncate journal, head, edge, person, snapshot", cancellationToken);
    }

    /// <summary>A silo that went on after a restore would add to streams that are others now.</summary>
    private async Task RefuseOthers(int looksMax, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select string_agg(distinct coalesce(nullif(application_name, ''), usename, '?'), ', ') from pg_stat_activity " +
            "where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null", connection);
        for (var looks = 1; await command.ExecuteScalarAsync(cancellationToken) is string others; looks++)
        {
            if (looks == looksMax)
                throw new IOException(
                    $"The database {connection.Database} is in use ({others}): stop every silo and whoever else is connected to it");
            await Task.Delay(look, cancellationToken); // who has just stopped is still there for a moment
        }
    }

    private Task Write(CancellationToken cancellationToken) => Writing(async () =>
    {
        foreach (var (sql, values) in PostgresRows.Of(streams, records))
            await connection.RunAsync(sql, cancellationToken, values);
        streams.Clear();
        records.Clear();
        bytes = 0;
    });

    private static async Task Writing(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (NpgsqlException failure)
        {
            throw failure.OfOpening();
        }
    }
}
