using KpiGrid.Silo.Journal.Backup;
using Npgsql;
using static KpiGrid.Silo.Journal.Postgres.PostgresText;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>Rows as arrays of their columns, for one statement each.</summary>
internal static class PostgresRows
{
    public static NpgsqlParameter<T[]> Column<T>(IEnumerable<T> values) => new() { TypedValue = [.. values] };

    /// <summary>Records as the columns of the journal, in their order there.</summary>
    public static object[] Columns(IReadOnlyCollection<JournalRecord> records) =>
    [
        Column(records.Select(record => record.Stream)),
        Column(records.Select(record => record.Sequence)),
        Column(records.Select(record => Micros(record.RecordedAt))),
        Column(records.Select(record => record.Author)),
        Column(records.Select(record => record.Type)),
        Column(records.Select(record => record.Body)),
        Column(records.Select(record => record.Hash)),
    ];

    /// <summary>What a restore puts into the tables for streams and records.</summary>
    public static IEnumerable<(string Sql, object[] Values)> Of(
        IReadOnlyCollection<StoredStream> streams, IReadOnlyCollection<JournalRecord> records)
    {
        var heads = streams.Select(stream => stream.Head).ToList();
        var edges = streams.SelectMany(stream => stream.Municipalities.Select(municipality =>
            (Pilot: Streams.Pilot(stream.Head.Stream)!.Value.Value, Municipality: municipality.Value))).ToList();
        var people = streams.Where(stream => stream.Person is not null)
            .Select(stream => (Actor: Streams.Actor(stream.Head.Stream)!, Person: stream.Person!)).ToList();
        yield return (
            "insert into head (stream, sequence, hash, recorded_at, committed_in) " +
            "select h.*, pg_current_xact_id() from unnest($1, $2, $3, $4) h",
            [Column(heads.Select(head => head.Stream)), Column(heads.Select(head => head.Sequence)),
             Column(heads.Select(head => head.Hash)), Column(heads.Select(head => Micros(head.RecordedAt)))]);
        yield return ("insert into edge (pilot, municipality) select * from unnest($1, $2)",
            [Column(edges.Select(edge => edge.Pilot)), Column(edges.Select(edge => edge.Municipality))]);
        yield return ("insert into person (actor, name, email) select * from unnest($1, $2, $3)",
            [Column(people.Select(row => row.Actor)), Column(people.Select(row => row.Person.Name)),
             Column(people.Select(row => row.Person.Email))]);
        yield return (
            "insert into journal (stream, sequence, recorded_at, author, type, body, hash) " +
            "select * from unnest($1, $2, $3, $4, $5, $6, $7)", Columns(records));
    }
}
