using Microsoft.Data.Sqlite;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>The rows of people, as the writer keeps them; and the log that still holds what they were.</summary>
internal sealed class SqlitePeople(SqliteConnection connection)
{
    private readonly SqliteCommand put = connection.Prepare(
        "insert into person (actor, name, email) values ($a, $n, $e) " +
        "on conflict (actor) do update set name = excluded.name, email = excluded.email", "$a", "$n", "$e");

    private readonly SqliteCommand erase = connection.Prepare("delete from person where actor = $a", "$a");

    private readonly SqliteCommand empty = connection.Prepare("pragma wal_checkpoint(truncate)");

    /// <summary>Whether the log may hold a row as it was: so it is after a start that nobody knows the past of.</summary>
    private bool logHoldsRows = true;

    public static Person? Read(SqliteConnection reader, string actor)
    {
        using var command = reader.Prepare("select name, email from person where actor = $a", "$a").With(actor);
        return command.Rows(row => new Person
        {
            Name = row.GetString(0), Email = row.IsDBNull(1) ? null : row.GetString(1),
        }).SingleOrDefault();
    }

    public void Write(PersonRow row)
    {
        logHoldsRows = true;
        if (row.Person is { } person)
            put.With(row.Actor, person.Name, (object?)person.Email ?? DBNull.Value).ExecuteNonQuery();
        else erase.With(row.Actor).ExecuteNonQuery();
    }

    /// <summary>Brings the log into the file and empties it, unless a reader still needs it.</summary>
    public bool EmptyLog()
    {
        if (!logHoldsRows) return true;
        try
        {
            logHoldsRows = empty.Rows(row => row.GetInt64(0) != 0).Single();
        }
        catch (SqliteException failure) when (!failure.IsFinal())
        {
            // Such as a full disk: what was committed is committed, and the log is emptied with a later write.
        }
        return !logHoldsRows;
    }
}
