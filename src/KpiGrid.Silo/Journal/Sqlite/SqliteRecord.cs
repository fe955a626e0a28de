using Microsoft.Data.Sqlite;
using static KpiGrid.Silo.Journal.Sqlite.SqliteText;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>A record as a row.</summary>
internal static class SqliteRecord
{
    public static SqliteCommand Insert(SqliteConnection connection) => connection.Prepare(
        "insert into journal (stream, sequence, recorded_at, author, type, body, hash) " +
        "values ($s, $n, $t, $a, $k, $b, $h)", "$s", "$n", "$t", "$a", "$k", "$b", "$h");

    public static SqliteCommand With(this SqliteCommand insert, JournalRecord record) => insert.With(
        record.Stream, record.Sequence, Micros(record.RecordedAt), record.Author, record.Type, record.Body, record.Hash);
}
