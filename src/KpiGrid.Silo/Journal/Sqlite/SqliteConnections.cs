using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>Opens the connections of one store file.</summary>
internal sealed class SqliteConnections(string file, Action<SqliteConnection>? opened) : IDisposable
{
    private readonly string readText = Text(file, SqliteOpenMode.ReadOnly, pooling: true);

    /// <summary>The writer's connection, its durability read back: a setting that did not take is refused.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(Text(file, SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            connection.Open();
            connection.Run(
                "pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = 67108864; " +
                "pragma secure_delete = on"); // what is erased of a person is to be gone from the file
            opened?.Invoke(connection);
            Require(connection, "journal_mode", "wal");
            Require(connection, "synchronous", "2");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(readText);
        connection.Open();
        return connection;
    }

    /// <summary>Brings the file up to date and reads what is fixed for as long as it is open.</summary>
    public static (long Epoch, byte[] MemberKey) Prepare(SqliteConnection writer)
    {
        SqliteSchema.BringUpToDate(writer);
        // Made with the store: another key for one that was lost would count every member twice.
        using var add = writer.Prepare(
            "insert into setting (name, value) select 'member-key', $k where not exists (select 1 from journal) " +
            "on conflict do nothing", "$k");
        add.With(RandomNumberGenerator.GetBytes(32)).ExecuteNonQuery();
        return Settings(writer);
    }

    /// <summary>What is fixed for as long as the file is open.</summary>
    public static (long Epoch, byte[] MemberKey) Settings(SqliteConnection connection) =>
        (Setting<long>(connection, "epoch"), Setting<byte[]>(connection, "member-key"));

    public void Dispose()
    {
        using var any = new SqliteConnection(readText);
        SqliteConnection.ClearPool(any);
    }

    private static T Setting<T>(SqliteConnection connection, string name)
    {
        using var command = connection.Prepare("select value from setting where name = $n", "$n").With(name);
        return command.ExecuteScalar() is T value ? value : throw new JournalDamagedException(
            $"{connection.DataSource} has lost its setting '{name}': restore it from a backup");
    }

    private static string Text(string file, SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = 5,
    }.ToString();

    private void Require(SqliteConnection connection, string pragma, string wanted)
    {
        using var command = connection.Prepare($"pragma {pragma}");
        var found = Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (found != wanted)
            throw new InvalidOperationException(
                $"{file} cannot keep what it acknowledges: SQLite's {pragma} is '{found}', not '{wanted}'; " +
                "put the data folder on a local disk that supports it");
    }
}
