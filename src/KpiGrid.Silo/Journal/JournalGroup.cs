namespace KpiGrid.Silo.Journal;

/// <summary>What every store asks of a group of appends.</summary>
internal static class JournalGroup
{
    public static void Check(IReadOnlyList<Append> group)
    {
        if (group.DistinctBy(append => append.Record.Stream, StringComparer.Ordinal).Count() != group.Count)
            throw new ArgumentException("A group has at most one append per stream", nameof(group));
        if (group.Any(append => append.Municipalities.Count > 0 && Streams.Pilot(append.Record.Stream) is null))
            throw new ArgumentException("Only a pilot's record has municipalities", nameof(group));
        if (group.Any(append => append.Person is { } row && append.Record.Stream != Streams.Actors + row.Actor))
            throw new ArgumentException("Only an actor's record has a person, its own", nameof(group));
    }

    /// <summary>Whether a store can hold a record: what the checks of the SQL tables say.</summary>
    public static bool CanHold(JournalRecord record) =>
        record.Sequence > 0 && record.Stream.Length > 0 && IsText(record.Author) && IsText(record.Type)
        && record.Body.Length > 0 && record.Hash.Length == 32;

    private static bool IsText(string text) => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal);
}
