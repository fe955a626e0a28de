using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>Short forms of what the store says to PostgreSQL.</summary>
internal static class PostgresText
{
    /// <summary>A statement with the values of <c>$1</c>, <c>$2</c> and so on.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }

    public static void Run(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = new NpgsqlCommand(sql, connection).With(values);
        command.ExecuteNonQuery();
    }

    public static async Task RunAsync(
        this NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection).With(values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static T Scalar<T>(this NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return (T)command.ExecuteScalar()!;
    }

    public static async Task<int> Run(
        this NpgsqlDataSource source, string sql, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql).With(values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<List<T>> Rows<T>(
        this NpgsqlDataSource source, string sql, object?[] values, Func<NpgsqlDataReader, T> row,
        CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql).With(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(row(reader));
        return rows;
    }

    public static JournalHead Head(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), Instant(row.GetInt64(3)));

    /// <summary>A row of the journal: stream, sequence, time, author, type, body, hash.</summary>
    public static JournalRecord Record(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetInt64(1), Instant(row.GetInt64(2)), row.GetString(3), row.GetString(4),
        row.GetFieldValue<byte[]>(5), row.GetFieldValue<byte[]>(6));

    public static long Micros(DateTimeOffset instant) => RecordTime.Micros(instant);

    public static DateTimeOffset Instant(long micros) => RecordTime.Instant(micros);
}
