using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>The rows of the journal as they lie there, whatever somebody has made of them.</summary>
internal static class PostgresStored
{
    private static readonly string page = PostgresPage.Of(
        "journal where stream >= $3 and stream < $3 || chr(1114111) and (stream, sequence) > ($4, $5)", "stream, sequence");

    /// <summary>The next rows of streams with a prefix.</summary>
    public static async Task<IReadOnlyList<JournalRecord>> Page(
        NpgsqlDataSource source, string prefix, (string Stream, long Sequence) after, CancellationToken cancellationToken) =>
        await source.Rows(page,
            [PostgresPage.RecordsMax, PostgresPage.BytesMax, prefix, after.Stream, after.Sequence], Row, cancellationToken);

    /// <summary>The row as a record; with no hash, which none has, where its time is none that a record has.</summary>
    private static JournalRecord Row(NpgsqlDataReader row)
    {
        try
        {
            return PostgresText.Record(row);
        }
        catch (Exception failure) when (failure is OverflowException or ArgumentOutOfRangeException)
        {
            return new(row.GetString(0), row.GetInt64(1), DateTimeOffset.UnixEpoch, "", "", [], []);
        }
    }
}
