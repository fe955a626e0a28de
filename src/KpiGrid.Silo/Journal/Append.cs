namespace KpiGrid.Silo.Journal;

/// <summary>A record to append, which names by its sequence the head it expects.</summary>
/// <param name="Record">The record; the stream's head must be its sequence minus one.</param>
/// <param name="Municipalities">
/// For a pilot's record: the municipalities that it newly gives or gave a share (edges, kept for ever); else empty.
/// </param>
internal sealed record Append(JournalRecord Record, IReadOnlyList<MunicipalityId> Municipalities)
{
    public Append(JournalRecord record) : this(record, []) { }

    /// <summary>For an actor's record: what becomes of the row that says who it is, in the same transaction.</summary>
    public PersonRow? Person { get; init; }
}

/// <summary>What became of one append of a group.</summary>
internal enum AppendOutcome
{
    /// <summary>It is committed and durable.</summary>
    Committed,

    /// <summary>The head was not the one expected: somebody else wrote. Nothing of this append is stored.</summary>
    FenceLost,

    /// <summary>The store refused this record for what it holds; others of its group are not touched.</summary>
    Refused,

    /// <summary>
    /// Whether it is stored is not known: only reading the stream again tells. A store that commits each stream alone says
    /// so of one stream while others are committed.
    /// </summary>
    Unknown,

    /// <summary>Somebody holds its stream in the store just now. Nothing of this append is stored; a retry is worth it.</summary>
    Held,

    /// <summary>The store holds a record beyond the stream's head. Nothing of this append is stored; see a backup.</summary>
    Damaged,
}
