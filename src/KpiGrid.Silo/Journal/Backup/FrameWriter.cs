using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace KpiGrid.Silo.Journal.Backup;

/// <summary>Writes one frame after another, each in place of the one before.</summary>
internal sealed class FrameWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public ReadOnlySpan<byte> Store(long epoch, ReadOnlySpan<byte> memberKey)
    {
        Begin(FrameKind.Store);
        Number(epoch);
        Bytes(memberKey);
        return bytes.WrittenSpan;
    }

    public ReadOnlySpan<byte> Stream(StoredStream stream)
    {
        Begin(FrameKind.Stream);
        Text(stream.Head.Stream);
        Number(stream.Head.Sequence);
        Bytes(stream.Head.Hash);
        Number(RecordTime.Micros(stream.Head.RecordedAt));
        Count(stream.Municipalities.Count);
        foreach (var municipality in stream.Municipalities) Text(municipality.Value);
        Flag(stream.Person is not null);
        if (stream.Person is { } person) Person(person);
        return bytes.WrittenSpan;
    }

    public ReadOnlySpan<byte> Record(JournalRecord record)
    {
        Begin(FrameKind.Record);
        Number(record.Sequence);
        Number(RecordTime.Micros(record.RecordedAt));
        Text(record.Author);
        Text(record.Type);
        Bytes(record.Body);
        Bytes(record.Hash);
        return bytes.WrittenSpan;
    }

    public ReadOnlySpan<byte> End(long streams, long records, ReadOnlySpan<byte> content)
    {
        Begin(FrameKind.End);
        Number(streams);
        Number(records);
        Bytes(content);
        return bytes.WrittenSpan;
    }

    private void Person(Person person)
    {
        Text(person.Name);
        Flag(person.Email is not null);
        if (person.Email is { } email) Text(email);
    }

    private void Begin(FrameKind kind)
    {
        bytes.ResetWrittenCount();
        bytes.Write([(byte)kind]);
    }

    private void Flag(bool flag) => bytes.Write([flag ? (byte)1 : (byte)0]);

    private void Number(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), number);
        bytes.Advance(sizeof(long));
    }

    private void Count(int count)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), count);
        bytes.Advance(sizeof(int));
    }

    private void Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    private void Bytes(ReadOnlySpan<byte> value)
    {
        Count(value.Length);
        bytes.Write(value);
    }
}
