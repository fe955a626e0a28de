using Npgsql;
using NpgsqlTypes;
using static KpiGrid.Silo.Journal.Postgres.PostgresText;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>What is read: each one statement, so each one consistent state.</summary>
internal static class PostgresQueries
{
    private const string AllOfHead = "select h.stream, h.sequence, h.hash, h.recorded_at";

    /// <summary>The next records of a stream; never none, since the head says that they are there.</summary>
    public static async Task<IReadOnlyList<JournalRecord>> Page(
        NpgsqlDataSource source, string stream, long after, long until, CancellationToken cancellationToken)
    {
        var page = await source.Rows(
            PostgresPage.Of("journal where stream = $3 and sequence > $4 and sequence <= $5", "sequence"),
            [PostgresPage.RecordsMax, PostgresPage.BytesMax, stream, after, until], Record, cancellationToken);
        var whole = page.TakeWhile((record, i) => record.Sequence == after + i + 1).ToList();
        return whole.Count > 0 ? whole : throw new JournalDamagedException(
            $"{stream} has no record {after + 1}, though its head is {until}: restore the store from a backup");
    }

    public static async Task<JournalHead> Head(
        NpgsqlDataSource source, string stream, CancellationToken cancellationToken)
    {
        var heads = await source.Rows($"{AllOfHead} from head h where h.stream = $1", [stream], PostgresText.Head,
            cancellationToken);
        return heads.SingleOrDefault() ?? JournalHead.Empty(stream);
    }

    /// <summary>The head of a stream, and what speaks against it: null while it is that of the last record.</summary>
    public static async Task<(JournalHead Head, string? Damage)> HeadAndLast(
        NpgsqlDataSource source, string stream, CancellationToken cancellationToken)
    {
        var rows = await source.Rows(
            $"{AllOfHead}, j.sequence, j.hash from (select max(sequence) as last from journal where stream = $1) l " +
            "left join head h on h.stream = $1 left join journal j on j.stream = $1 and j.sequence = l.last",
            [stream], row => HeadAndLast(stream, row), cancellationToken);
        return rows.Single();
    }

    public static async Task<IReadOnlyList<JournalHead>> Heads(
        NpgsqlDataSource source, string prefix, CancellationToken cancellationToken) => await source.Rows(
        $"{AllOfHead} from head h where h.stream >= $1 and h.stream < $1 || chr(1114111) order by h.stream",
        [prefix], PostgresText.Head, cancellationToken);

    /// <summary>
    /// The mark is the oldest transaction that was still running: whatever it and later ones commit is told next time, some
    /// of it twice. It is asked for first, since it may be too low but never too high. A server that is before the mark is
    /// another one, that has lost what the one before it had.
    /// </summary>
    public static async Task<MovedHeads> HeadsAfter(
        NpgsqlDataSource source, long mark, CancellationToken cancellationToken)
    {
        const string Oldest = "pg_snapshot_xmin(pg_current_snapshot())";
        var next = await source.Rows($"select {Oldest}", [], row => checked((long)row.GetFieldValue<ulong>(0)),
            cancellationToken);
        var heads = await source.Rows(
            $"{AllOfHead} from head h where h.committed_in >= case when $1 <= {Oldest} then $1 else '0'::xid8 end",
            [new NpgsqlParameter<ulong> { TypedValue = (ulong)mark, NpgsqlDbType = NpgsqlDbType.Xid8 }],
            PostgresText.Head, cancellationToken);
        return new(heads, next.Single());
    }

    public static async Task<IReadOnlyList<JournalHead>> PilotHeads(
        NpgsqlDataSource source, MunicipalityId municipality, CancellationToken cancellationToken) => await source.Rows(
        $"{AllOfHead} from edge e join head h on h.stream = 'pilot/' || e.pilot where e.municipality = $1 order by e.pilot",
        [municipality.Value], PostgresText.Head, cancellationToken);

    public static async Task<IReadOnlyList<MunicipalityId>> Municipalities(
        NpgsqlDataSource source, PilotId pilot, CancellationToken cancellationToken) => await source.Rows(
        "select municipality from edge where pilot = $1 order by municipality", [pilot.Value],
        row => MunicipalityId.Parse(row.GetString(0)), cancellationToken);

    public static async Task<IReadOnlyList<Edge>> Edges(
        NpgsqlDataSource source, IReadOnlyCollection<PilotId> pilots, CancellationToken cancellationToken) =>
        await source.Rows("select pilot, municipality from edge where pilot = any($1)",
            [pilots.Select(pilot => pilot.Value).ToArray()],
            row => new Edge(PilotId.Parse(row.GetString(0)), MunicipalityId.Parse(row.GetString(1))), cancellationToken);

    public static async Task<IReadOnlyList<FeedingHead>> FeedingHeads(
        NpgsqlDataSource source, IReadOnlyCollection<MunicipalityId> municipalities, CancellationToken cancellationToken) =>
        await source.Rows(
            $"{AllOfHead}, e.municipality from edge e join head h on h.stream = 'pilot/' || e.pilot " +
            $"where e.municipality = any($1) union all {AllOfHead}, m from unnest($1) m " +
            "join head h on h.stream = 'municipality/' || m",
            [municipalities.Select(municipality => municipality.Value).ToArray()],
            row => new FeedingHead(MunicipalityId.Parse(row.GetString(4)), PostgresText.Head(row)), cancellationToken);

    private static (JournalHead, string?) HeadAndLast(string stream, NpgsqlDataReader row)
    {
        var head = row.IsDBNull(0) ? JournalHead.Empty(stream) : PostgresText.Head(row);
        var last = row.IsDBNull(4) ? 0 : row.GetInt64(4);
        var damage = last > head.Sequence ? $"holds a record {last} beyond its head {head.Sequence}"
            : last > 0 && last == head.Sequence && !head.Hash.AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(5))
                ? $"has two hashes, in record {last} and in its head"
                : null;
        return (head, damage);
    }
}
