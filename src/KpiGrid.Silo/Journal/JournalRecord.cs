using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid.Silo.Journal;

/// <summary>One record of a journal stream, as stored.</summary>
/// <param name="Stream">The journal stream: <c>pilot/…</c>, <c>kpi/…</c>, <c>municipality/…</c>, <c>region/…</c>.</param>
/// <param name="Sequence">1 for the first record of a stream; no gaps.</param>
/// <param name="RecordedAt">When we knew; UTC, whole microseconds, never earlier than the record before.</param>
/// <param name="Author">An opaque actor id; never a name.</param>
/// <param name="Type">What the body says: <c>facts</c>, <c>push</c>, <c>revise</c>, <c>approval</c>, <c>confirmation</c>, <c>late</c>, <c>told</c>.</param>
/// <param name="Body">Self-describing UTF-8 JSON, kept as bytes.</param>
/// <param name="Hash">SHA-256 over the previous hash, the length-prefixed fields and the body.</param>
internal sealed record JournalRecord(
    string Stream, long Sequence, DateTimeOffset RecordedAt, string Author, string Type, byte[] Body, byte[] Hash)
{
    /// <summary>The record that follows a head.</summary>
    public static JournalRecord After(
        JournalHead head, DateTimeOffset now, string author, string type, byte[] body)
    {
        var recordedAt = NotBefore(head.RecordedAt, now);
        var sequence = checked(head.Sequence + 1);
        return new(head.Stream, sequence, recordedAt, author, type, body,
            HashOf(head.Hash, head.Stream, sequence, recordedAt, author, type, body));
    }

    /// <summary>The head this record makes.</summary>
    public JournalHead Head => new(Stream, Sequence, Hash, RecordedAt);

    /// <summary>Whether this record follows a head: the next sequence, a time not earlier, and the hash it should have.</summary>
    public bool Follows(JournalHead head) =>
        Stream == head.Stream && Sequence == head.Sequence + 1 && RecordedAt > head.RecordedAt
        && Hash.AsSpan().SequenceEqual(HashOf(head.Hash, Stream, Sequence, RecordedAt, Author, Type, Body));

    private static DateTimeOffset NotBefore(DateTimeOffset previous, DateTimeOffset now)
    {
        var micros = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return micros > previous ? micros : previous.AddMicroseconds(1);
    }

    private static byte[] HashOf(
        byte[] previous, string stream, long sequence, DateTimeOffset recordedAt, string author, string type, byte[] body)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(previous);
        AppendField(sha, Encoding.UTF8.GetBytes(stream));
        AppendNumber(sha, sequence);
        AppendNumber(sha, RecordTime.Micros(recordedAt));
        AppendField(sha, Encoding.UTF8.GetBytes(author));
        AppendField(sha, Encoding.UTF8.GetBytes(type));
        AppendField(sha, body);
        return sha.GetHashAndReset();
    }

    private static void AppendField(IncrementalHash sha, ReadOnlySpan<byte> field)
    {
        AppendNumber(sha, field.Length);
        sha.AppendData(field);
    }

    private static void AppendNumber(IncrementalHash sha, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        sha.AppendData(bytes);
    }
}
