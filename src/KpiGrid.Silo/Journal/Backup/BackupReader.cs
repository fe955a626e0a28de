using System.Security.Cryptography;

namespace KpiGrid.Silo.Journal.Backup;

/// <summary>Reads a backup, every block, chain and head checked, into a draft.</summary>
/// <param name="file">The backup.</param>
/// <param name="draft">Where to put what it holds; null only checks it.</param>
internal sealed class BackupReader(Stream file, IStoreDraft? draft) : IDisposable
{
    private readonly BlockReader blocks = new(file);
    private readonly IncrementalHash content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private JournalHead last = JournalHead.Empty("");
    private StoredStream? current;
    private long epoch;
    private long streams;
    private long records;
    private bool isOver;

    /// <summary>The key under which member ids are hashed; there once all was read.</summary>
    public byte[] MemberKey { get; private set; } = [];

    /// <summary>Reads all of it.</summary>
    /// <exception cref="InvalidDataException">It is not, to the last byte, what a backup wrote; says where.</exception>
    public async Task<BackupSummary> Run(Action<string, double, double> tell, CancellationToken cancellationToken)
    {
        try
        {
            await blocks.Begin(cancellationToken);
            while (await blocks.Next(cancellationToken) is { } block)
            {
                await Read(new(block), cancellationToken);
                tell("records", blocks.Place, file.Length);
            }
            if (!isOver) throw new InvalidDataException($"is cut off after block {blocks.Number}, at byte {blocks.Place}");
        }
        catch (Exception wrong) when (wrong is InvalidDataException or FormatException)
        {
            throw new InvalidDataException($"The file {wrong.Message}{LastSound()}", wrong);
        }
        return new(epoch, streams, records, Convert.ToHexStringLower(content.GetCurrentHash()));
    }

    public void Dispose() => content.Dispose();

    private async Task Read(FrameReader frames, CancellationToken cancellationToken)
    {
        while (!frames.IsAtEnd)
        {
            var began = frames.Place;
            var kind = frames.Kind();
            if (isOver || kind == FrameKind.Store != (MemberKey.Length == 0)) throw Impossible(kind);
            switch (kind)
            {
                case FrameKind.Store:
                    (epoch, MemberKey) = frames.Store();
                    content.AppendData(MemberKey);
                    break;
                case FrameKind.Stream:
                    await Take(frames.Stream(), cancellationToken);
                    content.AppendData(frames.Since(began));
                    break;
                case FrameKind.Record when current is { } stream:
                    await Take(frames.Record(stream.Head.Stream), cancellationToken);
                    content.AppendData(frames.Since(began));
                    break;
                case FrameKind.End:
                    End(frames);
                    break;
                default:
                    throw Impossible(kind);
            }
        }
    }

    private async Task Take(StoredStream stream, CancellationToken cancellationToken)
    {
        CheckHead();
        if (stream.Municipalities.Count > 0 && Streams.Pilot(stream.Head.Stream) is null
            || stream.Person is not null && Streams.Actor(stream.Head.Stream) is null)
            throw new InvalidDataException($"gives {stream.Head.Stream} what such a stream cannot have");
        (current, last) = (stream, JournalHead.Empty(stream.Head.Stream));
        streams++;
        if (draft is not null) await draft.Add(stream, cancellationToken);
    }

    private async Task Take(JournalRecord record, CancellationToken cancellationToken)
    {
        if (!record.Follows(last))
            throw new InvalidDataException($"holds a record {record.Sequence} of {record.Stream} that does not follow its chain");
        last = record.Head;
        records++;
        if (draft is not null) await draft.Add(record, cancellationToken);
    }

    private void End(FrameReader frames)
    {
        CheckHead();
        isOver = true;
        var (allStreams, allRecords, digest) = frames.End();
        if ((allStreams, allRecords) != (streams, records) || !content.GetCurrentHash().AsSpan().SequenceEqual(digest))
            throw new InvalidDataException("holds something else than its last block says");
    }

    private void CheckHead()
    {
        if (current is { } stream && !last.Is(stream.Head))
            throw new InvalidDataException($"ends {stream.Head.Stream} at record {last.Sequence}, its head is {stream.Head.Sequence}");
    }

    private InvalidDataException Impossible(FrameKind kind) =>
        new($"is no backup of this format: a frame of kind {(int)kind} stands in block {blocks.Number} where none may");

    private string LastSound() => last.Sequence == 0 ? "" : $"; the last record before is {last.Sequence} of {last.Stream}";
}
