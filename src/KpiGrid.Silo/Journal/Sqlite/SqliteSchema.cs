using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>The schema as numbered steps, embedded beside this file, each applied once.</summary>
internal static class SqliteSchema
{
    private static readonly string prefix = typeof(SqliteSchema).Namespace + ".";

    public static void BringUpToDate(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Run("create table if not exists step (number integer primary key, name text not null)");
        var steps = Steps();
        var applied = connection.Scalar("select coalesce(max(number), 0) from step");
        if (applied > steps.Keys.Max())
            throw new InvalidDataException(
                $"{connection.DataSource} was written by a newer kpigrid (schema step {applied}, this one knows " +
                $"{steps.Keys.Max()}): start that version, or restore a backup of this one");
        foreach (var (number, name) in steps.Where(step => step.Key > applied)) Apply(connection, number, name);
        transaction.Commit();
    }

    private static void Apply(SqliteConnection connection, int number, string name)
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(prefix + name)!);
        connection.Run(text.ReadToEnd());
        using var record = connection.CreateCommand();
        record.CommandText = "insert into step (number, name) values ($number, $name)";
        record.Parameters.AddWithValue("$number", number);
        record.Parameters.AddWithValue("$name", name);
        record.ExecuteNonQuery();
    }

    private static SortedDictionary<int, string> Steps() => new(Assembly.GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Select(name => name[prefix.Length..])
        .ToDictionary(name => int.Parse(name.AsSpan(0, 3), CultureInfo.InvariantCulture)));
}
