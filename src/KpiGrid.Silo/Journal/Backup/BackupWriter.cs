using System.Security.Cryptography;

namespace KpiGrid.Silo.Journal.Backup;

/// <summary>Reads a store as one content, every chain checked, and writes it down where there are blocks to write to.</summary>
internal sealed class BackupWriter(IStoreCut cut, BlockWriter? blocks) : IDisposable
{
    private readonly FrameWriter frames = new();
    private readonly IncrementalHash content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long streams;
    private long records;

    /// <summary>What a store holds, as its backup would say it.</summary>
    public static async Task<BackupSummary> Summary(
        IStoreCut cut, Action<string, double, double> tell, CancellationToken cancellationToken)
    {
        using var reading = new BackupWriter(cut, null);
        return await reading.Run(tell, cancellationToken);
    }

    /// <summary>Writes a store down.</summary>
    /// <exception cref="JournalDamagedException">A stream is not what its chain says: no backup could be restored.</exception>
    public static async Task<BackupSummary> Write(
        IStoreCut cut, Stream file, Action<string, double, double> tell, CancellationToken cancellationToken)
    {
        var blocks = new BlockWriter(file);
        await blocks.Begin(cancellationToken);
        using var writing = new BackupWriter(cut, blocks);
        return await writing.Run(tell, cancellationToken);
    }

    public void Dispose() => content.Dispose();

    private async Task<BackupSummary> Run(Action<string, double, double> tell, CancellationToken cancellationToken)
    {
        var all = await cut.CountRecords(cancellationToken);
        blocks?.Add(frames.Store(cut.Epoch, cut.MemberKey.Span));
        content.AppendData(cut.MemberKey.Span);
        await foreach (var stream in cut.Streams(cancellationToken))
        {
            await Write(stream, cancellationToken);
            tell("records", records, all);
        }
        if (records != all)
            throw new JournalDamagedException(
                $"The heads know {records} records, and there are {all}: run kpigrid verify --audit");
        return await End(cancellationToken);
    }

    private async Task Write(StoredStream stream, CancellationToken cancellationToken)
    {
        Take(frames.Stream(stream));
        streams++;
        var last = JournalHead.Empty(stream.Head.Stream);
        await foreach (var record in cut.Records(stream.Head.Stream, cancellationToken))
        {
            ChainedRead.Check(record, last);
            last = record.Head;
            Take(frames.Record(record));
            records++;
            if (blocks is { IsFull: true }) await blocks.Flush(cancellationToken);
        }
        if (!last.Is(stream.Head))
            throw new JournalDamagedException($"The head of {stream.Head.Stream} is not its last record: run kpigrid verify --audit");
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        content.AppendData(frame);
        blocks?.Add(frame);
    }

    private async Task<BackupSummary> End(CancellationToken cancellationToken)
    {
        var digest = content.GetHashAndReset();
        blocks?.Add(frames.End(streams, records, digest));
        if (blocks is not null) await blocks.Flush(cancellationToken);
        return new(cut.Epoch, streams, records, Convert.ToHexStringLower(digest));
    }
}
