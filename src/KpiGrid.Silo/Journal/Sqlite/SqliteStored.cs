using Microsoft.Data.Sqlite;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>The rows of the journal as they lie there, whatever somebody has made of them.</summary>
internal static class SqliteStored
{
    private const int PageRecordsMax = 256;
    private const int PageBytesMax = 1024 * 1024;

    /// <summary>The next rows of streams with a prefix, and the key of the last one.</summary>
    public static (IReadOnlyList<JournalRecord> Records, StoredKey Last) Page(
        SqliteConnection connection, string prefix, StoredKey after)
    {
        using var command = connection.Prepare(
            "select stream, sequence, recorded_at, author, type, body, hash from journal " +
            "where stream >= $p and stream < $p || char(1114111) and (stream, sequence) > ($s, $n) " +
            "order by stream, sequence limit $max", "$p", "$s", "$n", "$max")
            .With(prefix, after.Stream, after.Sequence, PageRecordsMax);
        var page = new List<JournalRecord>();
        var bytes = 0;
        foreach (var (record, key) in command.Rows(row => (Row(row), Key(row))))
        {
            page.Add(record);
            after = key;
            if ((bytes += record.Body.Length) >= PageBytesMax) break;
        }
        return (page, after);
    }

    // A sequence may have been made into a text: the key is whatever stands there, or the next page would be this one.
    private static StoredKey Key(SqliteDataReader row) => new(row.GetValue(0), row.GetValue(1));

    /// <summary>The row as a record; with no hash, which none has, where a value is none that a record has.</summary>
    private static JournalRecord Row(SqliteDataReader row)
    {
        try
        {
            return SqliteQueries.Record(row);
        }
        catch (Exception failure) when (SqliteFailure.IsUnreadableValue(failure))
        {
            return new(row.GetString(0), row.GetInt64(1), DateTimeOffset.UnixEpoch, "", "", [], []);
        }
    }
}

/// <summary>Where a row stands.</summary>
internal readonly record struct StoredKey(object Stream, object Sequence)
{
    public static StoredKey BeforeAll { get; } = new("", long.MinValue);
}
