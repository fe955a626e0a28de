using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>What an error of SQLite means for the journal.</summary>
internal static class SqliteFailure
{
    private static readonly TimeSpan retryWhenFull = TimeSpan.FromSeconds(30);

    /// <summary>The record itself is at fault: the others of its group need not suffer.</summary>
    public static bool IsRefusal(this SqliteException failure) =>
        failure.SqliteErrorCode is SQLITE_CONSTRAINT or SQLITE_TOOBIG or SQLITE_MISMATCH;

    /// <summary>
    /// A failed sync may have dropped what it failed to write, so that the next one succeeds over a hole; a damaged
    /// file gets no better by writing on.
    /// </summary>
    public static bool IsFinal(this SqliteException failure) =>
        failure.SqliteErrorCode is SQLITE_CORRUPT or SQLITE_NOTADB
        || failure.SqliteExtendedErrorCode is SQLITE_IOERR_FSYNC or SQLITE_IOERR_DIR_FSYNC;

    /// <summary>No space left: said by its own name, since a person can mend it.</summary>
    public static bool IsFull(this SqliteException failure) =>
        failure.SqliteErrorCode == SQLITE_FULL || failure.SqliteExtendedErrorCode == SQLITE_IOERR_SHMSIZE;

    public static JournalFullException Full(SqliteException failure) =>
        new("the disk of the data folder is full: nothing of this was stored", retryWhenFull, failure);
}
