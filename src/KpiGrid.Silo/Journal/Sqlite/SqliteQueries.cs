using System.Text.Json;
using Microsoft.Data.Sqlite;
using static KpiGrid.Silo.Journal.Sqlite.SqliteText;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>What is read: each one statement, so each one consistent state.</summary>
internal static class SqliteQueries
{
    private const string AllOfHead = "select h.stream, h.sequence, h.hash, h.recorded_at";
    private const int PageRecordsMax = 256;
    private const int PageBytesMax = 1024 * 1024;

    /// <summary>The next records of a stream; never none, since the head says that they are there.</summary>
    public static IReadOnlyList<JournalRecord> Page(SqliteConnection connection, string stream, long after, long until)
    {
        using var command = connection.Prepare(
            "select stream, sequence, recorded_at, author, type, body, hash from journal " +
            "where stream = $s and sequence > $after and sequence <= $until order by sequence limit $max",
            "$s", "$after", "$until", "$max").With(stream, after, until, PageRecordsMax);
        var page = new List<JournalRecord>();
        var bytes = 0;
        foreach (var record in command.Rows(Record))
        {
            if (record.Sequence != after + page.Count + 1) break;
            page.Add(record);
            if ((bytes += record.Body.Length) >= PageBytesMax) break;
        }
        return page.Count > 0 ? page : throw new JournalDamagedException(
            $"{stream} has no record {after + 1}, though its head is {until}: restore the store from a backup");
    }

    public static JournalHead Head(SqliteConnection connection, string stream)
    {
        using var command = connection.Prepare($"{AllOfHead} from head h where h.stream = $s", "$s").With(stream);
        return command.Rows(SqliteText.Head).SingleOrDefault() ?? JournalHead.Empty(stream);
    }

    /// <summary>The head of a stream, and what speaks against it: null while it is that of the last record.</summary>
    public static (JournalHead Head, string? Damage) HeadAndLast(SqliteConnection connection, string stream)
    {
        using var command = connection.Prepare(
            $"{AllOfHead}, j.sequence, j.hash from (select max(sequence) as last from journal where stream = $s) l " +
            "left join head h on h.stream = $s left join journal j on j.stream = $s and j.sequence = l.last", "$s")
            .With(stream);
        return command.Rows(row => HeadAndLast(stream, row)).Single();
    }

    public static IReadOnlyList<JournalHead> Heads(SqliteConnection connection, string prefix)
    {
        using var command = connection.Prepare(
            $"{AllOfHead} from head h where h.stream >= $p and h.stream < $p || char(1114111) order by h.stream", "$p")
            .With(prefix);
        return [.. command.Rows(SqliteText.Head)];
    }

    public static MovedHeads HeadsAfter(SqliteConnection connection, long mark)
    {
        using var command = connection.Prepare(
            $"{AllOfHead}, h.mark from head h where h.mark > $m order by h.mark", "$m").With(mark);
        var last = mark;
        var heads = command.Rows(row =>
        {
            last = row.GetInt64(4);
            return SqliteText.Head(row);
        }).ToList();
        return new(heads, last);
    }

    public static IReadOnlyList<JournalHead> PilotHeads(SqliteConnection connection, MunicipalityId municipality)
    {
        using var command = connection.Prepare(
            $"{AllOfHead} from edge e join head h on h.stream = 'pilot/' || e.pilot " +
            "where e.municipality = $m order by e.pilot", "$m").With(municipality.Value);
        return [.. command.Rows(SqliteText.Head)];
    }

    public static IReadOnlyList<MunicipalityId> Municipalities(SqliteConnection connection, PilotId pilot)
    {
        using var command = connection.Prepare(
            "select municipality from edge where pilot = $p order by municipality", "$p").With(pilot.Value);
        return [.. command.Rows(row => MunicipalityId.Parse(row.GetString(0)))];
    }

    public static IReadOnlyList<Edge> Edges(SqliteConnection connection, IReadOnlyCollection<PilotId> pilots)
    {
        using var command = connection.Prepare(
            "select pilot, municipality from edge where pilot in (select value from json_each($p))", "$p")
            .With(JsonSerializer.Serialize(pilots.Select(pilot => pilot.Value)));
        return [.. command.Rows(row => new Edge(PilotId.Parse(row.GetString(0)), MunicipalityId.Parse(row.GetString(1))))];
    }

    public static IReadOnlyList<FeedingHead> FeedingHeads(
        SqliteConnection connection, IReadOnlyCollection<MunicipalityId> municipalities)
    {
        using var command = connection.Prepare(
            $"{AllOfHead}, m.value from json_each($m) m join edge e on e.municipality = m.value " +
            $"join head h on h.stream = 'pilot/' || e.pilot " +
            $"union all {AllOfHead}, m.value from json_each($m) m join head h on h.stream = 'municipality/' || m.value", "$m")
            .With(JsonSerializer.Serialize(municipalities.Select(municipality => municipality.Value)));
        return [.. command.Rows(row => new FeedingHead(MunicipalityId.Parse(row.GetString(4)), SqliteText.Head(row)))];
    }

    public static Snapshot? Snapshot(SqliteConnection connection, string name)
    {
        using var command = connection.Prepare("select etag, body from snapshot where name = $n", "$n").With(name);
        return command.Rows(row => new Snapshot(row.GetString(0), row.GetFieldValue<byte[]>(1))).SingleOrDefault();
    }

    private static (JournalHead, string?) HeadAndLast(string stream, SqliteDataReader row)
    {
        var head = row.IsDBNull(0) ? JournalHead.Empty(stream) : SqliteText.Head(row);
        var last = row.IsDBNull(4) ? 0 : row.GetInt64(4);
        var damage = last > head.Sequence ? $"holds a record {last} beyond its head {head.Sequence}"
            : last > 0 && last == head.Sequence && !head.Hash.AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(5))
                ? $"has two hashes, in record {last} and in its head"
                : null;
        return (head, damage);
    }

    /// <summary>A row of the journal: stream, sequence, time, author, type, body, hash.</summary>
    public static JournalRecord Record(SqliteDataReader row) => new(
        row.GetString(0), row.GetInt64(1), Instant(row.GetInt64(2)), row.GetString(3), row.GetString(4),
        row.GetFieldValue<byte[]>(5), row.GetFieldValue<byte[]>(6));
}
