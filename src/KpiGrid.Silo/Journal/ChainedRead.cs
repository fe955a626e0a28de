using System.Runtime.CompilerServices;

namespace KpiGrid.Silo.Journal;

/// <summary>Reads a stream as a chain: a record that does not follow the one before it is named, and nothing after it read.</summary>
internal static class ChainedRead
{
    /// <summary>The records after a head, each checked against the one before.</summary>
    /// <exception cref="JournalDamagedException">A record was changed, or one before it is missing.</exception>
    public static async IAsyncEnumerable<JournalRecord> ReadAfter(
        this IJournal journal, JournalHead head, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in journal.Read(head.Stream, head.Sequence, cancellationToken))
        {
            Check(record, head);
            head = record.Head;
            yield return record;
        }
    }

    /// <summary>Lets a record pass that follows the one before.</summary>
    /// <exception cref="JournalDamagedException">It was changed, or one before it is missing.</exception>
    public static void Check(JournalRecord record, JournalHead before)
    {
        if (!record.Follows(before))
            throw new JournalDamagedException(
                $"Record {record.Sequence} of {record.Stream} does not follow record {before.Sequence}: run kpigrid verify");
    }
}
