using System.Globalization;
using System.Runtime.CompilerServices;
using KpiGrid.Silo.Journal.Backup;
using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>A database as one transaction sees it; writers go on, and what they replace is kept until it ends.</summary>
internal sealed class PostgresCut : IStoreCut
{
    private const int StreamsAtOnce = 500;

    private readonly NpgsqlConnection connection;
    private readonly IAsyncDisposable? own;
    private readonly byte[] memberKey;

    private PostgresCut(NpgsqlConnection connection, IAsyncDisposable? own, long epoch, byte[] memberKey) =>
        (this.connection, this.own, Epoch, this.memberKey) = (connection, own, epoch, memberKey);

    public long Epoch { get; }

    public ReadOnlyMemory<byte> MemberKey => memberKey;

    /// <summary>Opens a store that is there, beside whoever serves it.</summary>
    /// <exception cref="IOException">The database cannot be reached, or holds no store.</exception>
    public static async Task<PostgresCut> Open(string connectionString, CancellationToken cancellationToken)
    {
        var source = PostgresConnections.ForAll(connectionString, new(), mayWrite: false);
        NpgsqlConnection? connection = null;
        try
        {
            connection = await source.OpenConnectionAsync(cancellationToken);
            await connection.RunAsync("begin isolation level repeatable read, read only", cancellationToken);
            return await In(connection, source, cancellationToken); // the first read is the moment
        }
        catch (Exception failure)
        {
            if (connection is not null) await connection.DisposeAsync();
            await source.DisposeAsync();
            if (failure is NpgsqlException npgsql) throw npgsql.OfOpening();
            throw;
        }
    }

    /// <summary>What a transaction sees, its own writes included; it stays open.</summary>
    public static async Task<PostgresCut> In(
        NpgsqlConnection connection, IAsyncDisposable? own, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string>();
        await foreach (var (name, value) in Rows(
            connection, "select name, value from setting", [], row => (row.GetString(0), row.GetString(1)), cancellationToken))
            settings[name] = value;
        return new(connection, own, long.Parse(settings["epoch"], CultureInfo.InvariantCulture),
            Convert.FromHexString(settings["member-key"]));
    }

    public async Task<long> CountRecords(CancellationToken cancellationToken)
    {
        await foreach (var count in Rows(
            connection, "select count(*) from journal", [], row => row.GetInt64(0), cancellationToken)) return count;
        throw new InvalidOperationException("A count is one row");
    }

    public async IAsyncEnumerable<StoredStream> Streams([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (page, last) = (new List<StoredStream>(), "");
        do
        {
            page.Clear();
            await foreach (var stream in Rows(connection, PageOfStreams, [last, StreamsAtOnce], Stream, cancellationToken))
                page.Add(stream);
            foreach (var stream in page) yield return stream;
            last = page.Count > 0 ? page[^1].Head.Stream : last;
        }
        while (page.Count > 0);
    }

    public IAsyncEnumerable<JournalRecord> Records(string stream, CancellationToken cancellationToken) => Rows(
        connection,
        "select stream, sequence, recorded_at, author, type, body, hash from journal where stream = $1 order by sequence",
        [stream], PostgresText.Record, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (own is null) return;
        await connection.DisposeAsync();
        await own.DisposeAsync();
    }

    // The order of the edges is that of their primary key, so of bytes.
    private const string PageOfStreams = """
        select h.stream, h.sequence, h.hash, h.recorded_at,
          array(select e.municipality from edge e
            where starts_with(h.stream, 'pilot/') and e.pilot = substr(h.stream, 7) order by e.municipality),
          p.name, p.email
        from head h left join person p on starts_with(h.stream, 'actor/') and p.actor = substr(h.stream, 7)
        where h.stream > $1 order by h.stream limit $2
        """;

    private static StoredStream Stream(NpgsqlDataReader row) => new(
        PostgresText.Head(row),
        [.. row.GetFieldValue<string[]>(4).Select(MunicipalityId.Parse)],
        row.IsDBNull(5) ? null : new() { Name = row.GetString(5), Email = row.IsDBNull(6) ? null : row.GetString(6) });

    private static async IAsyncEnumerable<T> Rows<T>(
        NpgsqlConnection connection, string sql, object?[] values, Func<NpgsqlDataReader, T> row,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection).With(values);
        await using var reader = await Reading(() => command.ExecuteReaderAsync(cancellationToken));
        while (await Reading(() => reader.ReadAsync(cancellationToken)))
            yield return await Reading(() => Task.FromResult(row(reader)));
    }

    private static async Task<T> Reading<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (failure is OverflowException or ArgumentException or FormatException)
        {
            throw new JournalDamagedException(
                "The database holds a value that no record has: restore it from a backup", failure);
        }
        catch (Exception failure) when (PostgresFailure.IsOfServer(failure))
        {
            throw PostgresFailure.OfReading(failure);
        }
    }
}
