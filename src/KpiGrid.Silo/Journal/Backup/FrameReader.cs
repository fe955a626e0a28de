using System.Buffers.Binary;
using System.Text;

namespace KpiGrid.Silo.Journal.Backup;

/// <summary>Reads the frames of a block.</summary>
/// <exception cref="InvalidDataException">It is not what the format says.</exception>
internal sealed class FrameReader(ReadOnlyMemory<byte> block)
{
    private const int KeyBytes = 32;
    private static readonly UTF8Encoding utf8 = new(false, throwOnInvalidBytes: true);
    private int at;

    public bool IsAtEnd => at == block.Length;

    /// <summary>The bytes read since a place.</summary>
    public ReadOnlySpan<byte> Since(int place) => block.Span[place..at];

    /// <summary>Where the next field begins.</summary>
    public int Place => at;

    public FrameKind Kind() => (FrameKind)Take(1)[0];

    public (long Epoch, byte[] MemberKey) Store()
    {
        var (epoch, key) = (Number(), Bytes());
        return key.Length == KeyBytes ? (epoch, key) : throw new InvalidDataException("holds a member key that is none");
    }

    public StoredStream Stream()
    {
        var name = Text();
        var (sequence, hash, recordedAt) = (Number(), Bytes(), Time());
        var municipalities = new List<MunicipalityId>();
        for (var left = Count(); left > 0; left--) municipalities.Add(Municipality());
        return new(new(name, sequence, hash, recordedAt), municipalities, Flag() ? Person() : null);
    }

    public JournalRecord Record(string stream)
    {
        var (sequence, recordedAt) = (Number(), Time());
        return new(stream, sequence, recordedAt, Text(), Text(), Bytes(), Bytes());
    }

    public (long Streams, long Records, byte[] Content) End() => (Number(), Number(), Bytes());

    private Person Person() => new() { Name = Text(), Email = Flag() ? Text() : null };

    private MunicipalityId Municipality() => MunicipalityId.TryParse(Text(), out var id)
        ? id
        : throw new InvalidDataException("names a municipality by no id");

    private bool Flag() => Take(1)[0] != 0;

    private long Number() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    private int Count() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    private DateTimeOffset Time()
    {
        var micros = Number();
        try
        {
            return RecordTime.Instant(micros);
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"holds a time that there is not: {micros}", beyond);
        }
    }

    private byte[] Bytes() => Take(Count()).ToArray();

    private string Text()
    {
        try
        {
            return utf8.GetString(Take(Count()));
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InvalidDataException("holds a text that is no UTF-8", wrong);
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > block.Length - at) throw new InvalidDataException("holds a frame that is longer than its block");
        at += length;
        return block.Span.Slice(at - length, length);
    }
}
