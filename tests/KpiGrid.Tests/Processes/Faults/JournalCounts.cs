using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>What stands in the journal of a data folder, read without KpiGrid's own reader.</summary>
internal static class JournalCounts
{
    /// <summary>How many measurements there are, and how many different ids.</summary>
    public static (int Measurements, int Ids) Of(string folder)
    {
        var (count, distinct) = Rows(folder, """
            select count(*), count(distinct stream || ' ' || (value ->> '$.kpi') || ' ' || (value ->> '$.id'))
            from journal, json_each(cast(body as text), '$.measurements')
            where journal.type = 'push'
            """, row => (row.GetInt32(0), row.GetInt32(1))).Single();
        return (count, distinct);
    }

    /// <summary>The numbers of the measurements of a pilot.</summary>
    public static HashSet<int> Numbers(string folder, string pilot) => [.. Rows(folder, $"""
        select cast(substr(value ->> '$.id', 3) as integer)
        from journal, json_each(cast(body as text), '$.measurements')
        where journal.type = 'push' and stream = 'pilot/{pilot}'
        """, row => row.GetInt32(0))];

    private static List<T> Rows<T>(string folder, string sql, Func<SqliteDataReader, T> row)
    {
        using var connection = new SqliteConnection(
            $"Data Source={DataFolder.JournalFileIn(folder)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.Prepare(sql);
        return [.. command.Rows(row)];
    }
}
