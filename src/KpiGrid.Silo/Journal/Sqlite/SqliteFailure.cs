using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>What an error of SQLite means for the journal.</summary>
internal static class SqliteFailure
{
    private static readonly TimeSpan retryWhenFull = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan retryRead = TimeSpan.FromSeconds(1);

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
        new("The disk of the data folder is full: nothing of this was stored; free some space", retryWhenFull, failure);

    /// <summary>What a read that failed means to who asked, who need not know where the file lies.</summary>
    public static Exception OfReading(this SqliteException failure) => failure.IsDamage()
        ? Damaged(failure, "The journal's file")
        : new JournalUnavailableException($"The journal cannot be read now: {failure.Message}", retryRead, failure);

    /// <summary>A column was read that holds another type, nothing, or an instant that there is not.</summary>
    public static bool IsUnreadableValue(Exception failure) =>
        failure is InvalidCastException or OverflowException or ArgumentException or FormatException
        || failure is InvalidOperationException and not ObjectDisposedException;

    public static JournalDamagedException Unreadable(Exception failure) =>
        new("The journal's file holds a value that no record has: restore it from a backup", failure);

    /// <summary>Why a store cannot be opened, with what to do about it.</summary>
    public static Exception OfOpening(this SqliteException failure, string file) =>
        failure.IsFull() ? Full(failure)
        : failure.IsDamage() ? Damaged(failure, file)
        : new IOException($"{file} cannot be opened: {failure.Message}", failure);

    private static bool IsDamage(this SqliteException failure) =>
        failure.SqliteErrorCode is SQLITE_CORRUPT or SQLITE_NOTADB or SQLITE_ERROR;

    private static JournalDamagedException Damaged(SqliteException failure, string what) =>
        new($"{what} is damaged: restore it from a backup ({failure.Message})", failure);
}
