using System.Buffers.Binary;

namespace KpiGrid.Silo.Journal;

/// <summary>The last record of a journal stream; sequence 0 when there is none.</summary>
internal sealed record JournalHead(string Stream, long Sequence, byte[] Hash, DateTimeOffset RecordedAt)
{
    /// <summary>The head of a stream without records.</summary>
    public static JournalHead Empty(string stream) => new(stream, 0, new byte[32], DateTimeOffset.UnixEpoch);

    /// <summary>Whether another head names the same record.</summary>
    public bool Is(JournalHead other) =>
        (Stream, Sequence, RecordedAt) == (other.Stream, other.Sequence, other.RecordedAt) && Hash.AsSpan().SequenceEqual(other.Hash);

    /// <summary>This head as a version: its sequence is the count, its hash's first eight bytes the digest.</summary>
    public NodeVersion Version(long epoch) =>
        Sequence == 0 ? NodeVersion.None with { Epoch = epoch } : new(epoch, Sequence, BinaryPrimitives.ReadUInt64BigEndian(Hash));
}
