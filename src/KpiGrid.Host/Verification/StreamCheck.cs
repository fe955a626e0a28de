using KpiGrid.Silo.Journal;

namespace KpiGrid.Host.Verification;

/// <summary>Walks one stream and holds every record against the one before it, the head and the anchors.</summary>
/// <param name="stream">The stream.</param>
/// <param name="shown">Its head from before the walk; null when there was none.</param>
/// <param name="anchored">What anchors say of it.</param>
/// <param name="faults">Where to say what is wrong.</param>
internal sealed class StreamCheck(
    string stream, JournalHead? shown, IReadOnlyDictionary<long, AnchoredHead> anchored, FoundFaults faults)
{
    private JournalHead last = JournalHead.Empty(stream);

    public string Stream => stream;

    public void Take(JournalRecord record)
    {
        if (record.Sequence > last.Sequence + 1) Lost(record.Sequence);
        else if (!record.Follows(last))
            faults.Add(stream, record.Sequence, "the record or the one before it was changed: its hash is another");
        if (anchored.TryGetValue(record.Sequence, out var anchor) && !anchor.Hash.AsSpan().SequenceEqual(record.Hash))
            faults.Add(stream, record.Sequence, $"{anchor.Witness} knows another record");
        if (shown is not null && record.Sequence == shown.Sequence) Compare(shown, record);
        last = record.Head;
    }

    /// <summary>What is missing at the end; the head is that of now, since writers may have gone on.</summary>
    public void End(JournalHead now)
    {
        if (shown is not null && last.Sequence < shown.Sequence)
            faults.Add(stream, last.Sequence + 1,
                $"the head knows {shown.Sequence} records, the last one there is {last.Sequence}");
        else if (now.Sequence < last.Sequence)
            faults.Add(stream, now.Sequence + 1, $"records up to {last.Sequence} lie beyond the head {now.Sequence}");
        else if (now.Sequence == last.Sequence) Compare(now, last);
        foreach (var (sequence, anchor) in anchored.Where(pair => pair.Key > last.Sequence))
            faults.Add(stream, last.Sequence + 1,
                $"the stream was cut: {anchor.Witness} knows {sequence} records, the last one there is {last.Sequence}");
    }

    private void Lost(long found) => faults.Add(stream, last.Sequence + 1, found == last.Sequence + 2
        ? "the record is missing"
        : $"the records up to {found - 1} are missing");

    private void Compare(JournalHead head, JournalRecord record) => Compare(head, record.Head);

    private void Compare(JournalHead head, JournalHead record)
    {
        if (!head.Hash.AsSpan().SequenceEqual(record.Hash) || head.RecordedAt != record.RecordedAt)
            faults.Add(stream, record.Sequence, "the head is not that of this record");
    }
}
