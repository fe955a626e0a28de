using Npgsql;
using static Npgsql.PostgresErrorCodes;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>What an error of PostgreSQL means for the journal.</summary>
internal static class PostgresFailure
{
    private static readonly TimeSpan retryWhenFull = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan retry = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What became of one append whose own statement failed with this, and so stored nothing; null when that cannot be
    /// said. When it was the statement of a group, one of its appends is the cause and the others need not suffer.
    /// </summary>
    public static AppendOutcome? OfOne(this PostgresException failure) => failure switch
    {
        { SqlState: LockNotAvailable or DeadlockDetected } => AppendOutcome.Held,
        // The head row has already decided: this is no conflict.
        { SqlState: UniqueViolation, ConstraintName: "journal_pkey" } => AppendOutcome.Damaged,
        { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] } => AppendOutcome.Refused, // data, constraint, too large
        _ => null,
    };

    public static bool IsFull(this Exception failure) => failure is PostgresException { SqlState: DiskFull };

    /// <summary>What was the primary is none any more, or not yet: its connections are of no use.</summary>
    public static bool IsReadOnly(this Exception failure) =>
        failure is PostgresException { SqlState: ReadOnlySqlTransaction };

    public static JournalFullException Full(Exception failure) =>
        new("The disk of the database is full: nothing of this was stored; free some space", retryWhenFull, failure);

    /// <summary>Whether a read or a write of the cache can fail like this; anything else is a fault of ours.</summary>
    public static bool IsOfServer(Exception failure) => failure is NpgsqlException or InvalidOperationException;

    /// <summary>What a read that failed means to who asked, who need not know where the server is.</summary>
    public static Exception OfReading(Exception failure) => IsDamage(failure)
        ? new JournalDamagedException($"The database is damaged: restore it from a backup ({failure.Message})", failure)
        : new JournalUnavailableException("The database does not answer now", retry, failure);

    /// <summary>Why a store cannot be opened, with what to do about it.</summary>
    public static Exception OfOpening(this NpgsqlException failure) =>
        failure.IsFull() ? Full(failure)
        : new IOException($"The PostgreSQL database cannot be opened: {failure.Message}", failure);

    private static bool IsDamage(Exception failure) => failure is PostgresException
    {
        SqlState: DataCorrupted or IndexCorrupted or UndefinedTable or UndefinedColumn,
    };
}
