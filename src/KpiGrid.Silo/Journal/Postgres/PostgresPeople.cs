using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>The rows of people, and the table's file, in which an erased row would lie on.</summary>
internal static partial class PostgresPeople
{
    public static async Task<Person?> Read(NpgsqlDataSource source, string actor, CancellationToken cancellationToken)
    {
        var rows = await source.Rows("select name, email from person where actor = $1", [actor],
            row => new Person { Name = row.GetString(0), Email = row.IsDBNull(1) ? null : row.GetString(1) },
            cancellationToken);
        return rows.SingleOrDefault();
    }

    /// <summary>
    /// Writes the table anew, without what was erased; false when a reader is in the way just now, or somebody still sees a row
    /// as it was. Only its owner may: for another role an operator does it, as SECURITY.md says.
    /// </summary>
    public static async Task<bool> Rewrite(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var owned = await source.Rows(
            "select pg_has_role(relowner, 'usage') from pg_class where oid = 'person'::regclass", [],
            row => row.GetBoolean(0), cancellationToken);
        if (!owned.Single()) return true;
        try
        {
            var versions = await Vacuum(source, cancellationToken);
            var rows = await source.Rows("select count(*) from person", [], row => row.GetInt64(0), cancellationToken);
            return versions <= rows.Single();
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    /// <summary>Answers how many row versions stand in the table afterwards: erased ones too, where a snapshot is older than their
    /// end, be it that of a statistics run.</summary>
    private static async Task<long> Vacuum(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var versions = 0L;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        connection.Notice += (_, said) => versions = Versions(said.Notice.MessageText) ?? versions;
        await connection.RunAsync("vacuum (full, verbose) person", cancellationToken);
        return versions;
    }

    /// <summary>The second of the three numbers of "found 0 removable, 1 nonremovable row versions in 1 pages", which stand last
    /// in that order whatever language the server speaks; null for another message.</summary>
    private static long? Versions(string said) =>
        Numbers().Matches(said) is { Count: >= 3 } numbers ? long.Parse(numbers[^2].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
