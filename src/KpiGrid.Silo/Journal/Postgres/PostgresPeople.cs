using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>The rows of people, and the table's file, in which an erased row would lie on.</summary>
internal static class PostgresPeople
{
    public static async Task<Person?> Read(NpgsqlDataSource source, string actor, CancellationToken cancellationToken)
    {
        var rows = await source.Rows("select name, email from person where actor = $1", [actor],
            row => new Person { Name = row.GetString(0), Email = row.IsDBNull(1) ? null : row.GetString(1) },
            cancellationToken);
        return rows.SingleOrDefault();
    }

    /// <summary>
    /// Writes the table anew, without what was erased; false when a reader is in the way just now. Only its owner may: for
    /// another role an operator does it, as SECURITY.md says.
    /// </summary>
    public static async Task<bool> Rewrite(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var owned = await source.Rows(
            "select pg_has_role(relowner, 'usage') from pg_class where oid = 'person'::regclass", [],
            row => row.GetBoolean(0), cancellationToken);
        if (!owned.Single()) return true;
        try
        {
            await source.Run("vacuum full person", [], cancellationToken);
            return true;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }
}
