using System.Globalization;
using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>
/// What a server must be to hold the journal. Asked at each new connection and not only at the start: after a failover it
/// is another server.
/// </summary>
internal static class PostgresServer
{
    private const int VersionMin = 13; // the first with xid8

    private const string Question =
        "select current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'), " +
        "current_setting('server_encoding'), current_setting('server_version_num'), pg_is_in_recovery()";

    private static readonly string[] durability = ["fsync", "full_page_writes", "synchronous_commit"];

    /// <exception cref="InvalidOperationException">This server cannot hold the journal: why, and what to do.</exception>
    public static void Require(NpgsqlConnection connection, PostgresOptions options)
    {
        using var command = new NpgsqlCommand(Question, connection);
        using var row = command.ExecuteReader();
        row.Read();
        Require(row, options);
    }

    /// <inheritdoc cref="Require(NpgsqlConnection, PostgresOptions)"/>
    public static async Task RequireAsync(NpgsqlConnection connection, PostgresOptions options)
    {
        await using var command = new NpgsqlCommand(Question, connection);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        Require(row, options);
    }

    private static void Require(NpgsqlDataReader row, PostgresOptions options)
    {
        var version = int.Parse(row.GetString(4), CultureInfo.InvariantCulture) / 10_000;
        if (version < VersionMin)
            throw new InvalidOperationException($"PostgreSQL {version} is too old: the journal needs {VersionMin} or newer");
        if (row.GetString(3) is var encoding and not "UTF8")
            throw new InvalidOperationException(
                $"The database has the encoding {encoding}: create one with encoding 'UTF8'");
        if (row.GetBoolean(5))
            throw new InvalidOperationException(
                "This PostgreSQL server is a standby: name the primary, or all hosts as Host=one,two");
        for (var i = 0; i < durability.Length && !options.AcceptLoss; i++)
            if (row.GetString(i) == "off")
                throw new InvalidOperationException(
                    $"PostgreSQL's {durability[i]} is off, so that it would forget what it acknowledged: set " +
                    $"{durability[i]} = on in postgresql.conf (or where the role or the database overrides it); for tests " +
                    $"alone, set {PostgresOptions.Section}:{nameof(PostgresOptions.AcceptLoss)}");
    }
}
