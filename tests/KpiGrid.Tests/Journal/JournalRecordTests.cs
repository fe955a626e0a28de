using System.Text;
using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Journal;

public sealed class JournalRecordTests
{
    private static readonly JournalHead head = Appends.First("pilot/a").Record.Head;
    private static readonly JournalRecord record = Appends.After(head, """{"kpi":"CDW-DIV","a":120.5}""").Record;

    [Fact]
    public void A_record_follows_the_head_it_was_made_for_and_no_other()
    {
        Assert.True(record.Follows(head));
        Assert.False(record.Follows(JournalHead.Empty("pilot/a")));
        Assert.False(record.Follows(head with { Hash = new byte[32] }));
        Assert.False(record.Follows(head with { Stream = "pilot/b" }));
    }

    [Fact]
    public void Every_flipped_bit_is_found()
    {
        Assert.All(Flips(record.Body), body => Assert.False((record with { Body = body }).Follows(head)));
        Assert.All(Flips(record.Hash), hash => Assert.False((record with { Hash = hash }).Follows(head)));
        Assert.All(FlipsOf(record.Author), author => Assert.False((record with { Author = author }).Follows(head)));
        Assert.All(FlipsOf(record.Type), type => Assert.False((record with { Type = type }).Follows(head)));
        Assert.False((record with { RecordedAt = record.RecordedAt.AddMicroseconds(1) }).Follows(head));
        Assert.False((record with { Sequence = 3 }).Follows(head));
    }

    [Fact]
    public void A_byte_moved_between_two_fields_is_found()
    {
        var moved = record with { Author = record.Author + record.Type[0], Type = record.Type[1..] };

        Assert.False(moved.Follows(head));
    }

    [Fact]
    public void Time_never_goes_back_in_a_stream()
    {
        var next = JournalRecord.After(record.Head, Appends.Now.AddHours(-1), "actor-1", "push", [1]);

        Assert.Equal(record.RecordedAt.AddMicroseconds(1), next.RecordedAt);
    }

    private static IEnumerable<byte[]> Flips(byte[] bytes) =>
        from i in Enumerable.Range(0, bytes.Length)
        from bit in Enumerable.Range(0, 8)
        select bytes.Select((value, at) => at == i ? (byte)(value ^ (1 << bit)) : value).ToArray();

    private static IEnumerable<string> FlipsOf(string text) =>
        Flips(Encoding.Latin1.GetBytes(text)).Select(Encoding.Latin1.GetString);
}
