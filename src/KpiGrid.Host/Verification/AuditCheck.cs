using System.Text.Json;
using KpiGrid.Silo.Audit;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Host.Verification;

/// <summary>
/// Checks that history is what was written: every record as it lies in the store against its chain, every stream against
/// its head and against the anchors. Asks no server and may run beside one.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="noted">An anchor that somebody noted elsewhere, so that even the last anchors cannot be cut; or null.</param>
/// <param name="time">Measures how long it takes.</param>
internal sealed class AuditCheck(IJournal journal, JournalHead? noted, TimeProvider time)
{
    private readonly FoundFaults faults = new();
    private readonly AnchoredHeads anchored = new();
    private Dictionary<string, JournalHead> heads = new(StringComparer.Ordinal);
    private int streams;
    private long records;

    public async Task<AuditReport> Run(Action<string, double, double> tell, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        // What is anchored was in the heads, and what is in the heads was written, before each is read here.
        var newest = await ReadAnchors(cancellationToken);
        heads = (await journal.Heads("", cancellationToken)).ToDictionary(head => head.Stream, StringComparer.Ordinal);
        await Walk(tell, cancellationToken);
        foreach (var head in heads.Values) Missing(head.Stream, head.Sequence, "its head");
        foreach (var stream in anchored.Unseen()) Missing(stream.Stream, stream.Sequence, stream.Witness);
        return new(streams, records, newest.Count, newest.Last, faults.Count, faults.InOrder(),
            time.GetElapsedTime(started).TotalSeconds);
    }

    private async Task<(int Count, string? Last)> ReadAnchors(CancellationToken cancellationToken)
    {
        var (count, last) = (0, JournalHead.Empty(Streams.Anchors));
        if (noted is not null) anchored.Add(noted, "the anchor that was noted");
        await foreach (var record in journal.Stored(Streams.Anchors, cancellationToken))
        {
            // A changed anchor witnesses nothing; that it was changed is found where its chain is walked.
            if (record.Stream == Streams.Anchors && record.Follows(last)) count += Read(record);
            last = record.Head;
        }
        return (count, last.Sequence == 0 ? null : $"{last.Sequence}:{Convert.ToHexStringLower(last.Hash)}");
    }

    private int Read(JournalRecord record)
    {
        try
        {
            var witness = $"anchor {record.Sequence} of {record.RecordedAt:yyyy-MM-dd HH:mm:ss}Z";
            foreach (var head in HeadAnchor.Read(record.Body).Heads) anchored.Add(head, witness);
            return 1;
        }
        catch (JsonException)
        {
            faults.Add(record.Stream, record.Sequence, "the record is no anchor");
            return 0;
        }
    }

    private async Task Walk(Action<string, double, double> tell, CancellationToken cancellationToken)
    {
        StreamCheck? stream = null;
        await foreach (var record in journal.Stored("", cancellationToken))
        {
            if (stream?.Stream != record.Stream)
            {
                await End(stream, cancellationToken);
                heads.Remove(record.Stream, out var head);
                stream = new(record.Stream, head, anchored.Take(record.Stream), faults);
                streams++;
            }
            stream.Take(record);
            if (++records % 1_000 == 0) tell("records read", records, 0);
        }
        await End(stream, cancellationToken);
    }

    private async Task End(StreamCheck? stream, CancellationToken cancellationToken)
    {
        if (stream is not null) stream.End(await journal.Head(stream.Stream, cancellationToken));
    }

    private void Missing(string stream, long sequence, string witness) =>
        faults.Add(stream, 1, $"the stream is gone: {witness} knows {sequence} records");
}
