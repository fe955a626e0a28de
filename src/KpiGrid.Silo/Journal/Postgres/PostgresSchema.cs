using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>The schema as numbered steps, embedded beside this file, each applied once, by one silo at a time.</summary>
internal static class PostgresSchema
{
    private const long LockKey = 0x4B70_6947_7269_6400; // "KpiGrid": any number that nobody else locks
    private static readonly string prefix = typeof(PostgresSchema).Namespace + ".";

    /// <summary>Where nothing is to be done, nothing is asked that needs more rights than serving does.</summary>
    public static void BringUpToDate(NpgsqlDataSource source)
    {
        var steps = Steps();
        using var connection = source.OpenConnection();
        if (Applied(connection, steps.Keys.Max()) == steps.Keys.Max()) return;
        using var transaction = connection.BeginTransaction();
        // A step takes what it takes, and a busy silo may pause between two: the limits are not those of serving.
        connection.Run("set local lock_timeout = '60s'; set local statement_timeout = '10min'; "
            + "set local idle_in_transaction_session_timeout = '60s'");
        connection.Run($"select pg_advisory_xact_lock({LockKey})");
        connection.Run("create table if not exists step (number integer primary key, name text not null)");
        var applied = Applied(connection, steps.Keys.Max());
        foreach (var (number, name) in steps.Where(step => step.Key > applied)) Apply(connection, number, name);
        if (applied == 0) AddMemberKey(connection);
        transaction.Commit();
    }

    private static int Applied(NpgsqlConnection connection, int known)
    {
        var applied = connection.Scalar<bool>("select to_regclass('step') is not null")
            ? connection.Scalar<int>("select coalesce(max(number), 0) from step")
            : 0;
        return applied <= known ? applied : throw new InvalidDataException(
            $"The database {connection.Database} was written by a newer kpigrid (schema step {applied}, this one knows " +
            $"{known}): start that version, or restore a backup of this one");
    }

    private static void Apply(NpgsqlConnection connection, int number, string name)
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(prefix + name)!);
        connection.Run(text.ReadToEnd());
        connection.Run("insert into step (number, name) values ($1, $2)", number, name);
    }

    // Made with the store: another key for one that was lost would count every member twice.
    private static void AddMemberKey(NpgsqlConnection connection) => connection.Run(
        "insert into setting (name, value) values ('member-key', $1)",
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    private static SortedDictionary<int, string> Steps() => new(Assembly.GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Select(name => name[prefix.Length..])
        .ToDictionary(name => int.Parse(name.AsSpan(0, 3), CultureInfo.InvariantCulture)));
}
