using System.Text;
using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Journal;

public abstract partial class JournalConformance
{
    [Fact]
    public async Task The_trail_is_newest_first_over_all_streams()
    {
        await Write("pilot/a", "ann/k1", 1);
        await Write("pilot/b", "bob/k2", 2);
        await Write("kpi/A", "ann/k1", 2);
        await Write("pilot/a", "ann/k1", 3);

        var trail = await journal.Trail(new() { Limit = 10 }, Cancelled);

        Assert.Equal([("pilot/a", 2), ("pilot/b", 1), ("kpi/A", 1), ("pilot/a", 1)], Places(trail.Records));
        Assert.False(trail.More);
        Assert.Equivalent((await journal.Chain("pilot/a"))[1], trail.Records[0]);
    }

    [Theory]
    [InlineData(null, null, null, null, "a2 b1 a1")]
    [InlineData("pilot/a", null, null, null, "a2 a1")]
    [InlineData(null, "ann", null, null, "a2 a1")]
    [InlineData(null, "an", null, null, "")]
    [InlineData(null, "ann/k1", null, null, "")]
    [InlineData(null, "%", null, null, "")]
    [InlineData("pilot/a", "bob", null, null, "")]
    [InlineData(null, null, 2.0, null, "a2 b1")]
    [InlineData(null, null, null, 2.0, "a1")]
    [InlineData(null, null, 2.0, 3.0, "b1")]
    [InlineData(null, null, 2.0000001, null, "a2")]
    [InlineData(null, null, null, 2.0000001, "b1 a1")]
    [InlineData("pilot/a", null, 1.0, 3.0, "a1")]
    [InlineData(null, null, 3.0, 2.0, "")]
    [InlineData("pilot/none", null, null, null, "")]
    public async Task The_trail_is_asked_by_stream_actor_and_time(
        string? stream, string? actor, double? from, double? to, string found)
    {
        await Write("pilot/a", "ann/k1", 1);
        await Write("pilot/b", "bob/k2", 2);
        await Write("pilot/a", "ann/k1", 3);

        var trail = await journal.Trail(
            new() { Stream = stream, Actor = actor, From = Minute(from), To = Minute(to), Limit = 10 }, Cancelled);

        Assert.Equal(found, string.Join(' ', trail.Records.Select(record => $"{record.Stream[^1]}{record.Sequence}")));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(null, 7)]
    [InlineData("pilot/p-1", 4)]
    public async Task Pages_of_the_trail_leave_no_gap_and_no_double_while_others_write(string? stream, int limit)
    {
        for (var i = 0; i < 30; i++) await Write($"pilot/p-{i % 3}", "ann/k1", i / 5);
        var before = await journal.Trail(new() { Stream = stream, Limit = 100 }, Cancelled);
        var met = new List<(string, long)>();
        TrailRecords? page = null;

        for (TrailPlace? after = null; page is not { More: false }; after = Place(page.Records[^1]))
        {
            page = await journal.Trail(new() { Stream = stream, After = after, Limit = limit }, Cancelled);
            Assert.InRange(page.Records.Count, 1, limit);
            met.AddRange(Places(page.Records));
            await Write($"pilot/p-{met.Count % 3}", "ann/k1", 60);
            await Write($"kpi/A-{met.Count}", "ann/k1", 60);
        }

        Assert.Equal(Places(before.Records), met);
    }

    [Fact]
    public async Task A_page_of_the_trail_has_a_bound_in_bytes_and_at_least_one_record()
    {
        var large = new string('x', TrailRecords.BodyBytesMax / 2);
        await Write("pilot/a", "ann/k1", 1, large + large);
        foreach (var minute in (int[])[2, 3, 4]) await Write("pilot/a", "ann/k1", minute, large[4..]);

        var first = await journal.Trail(new() { Limit = 10 }, Cancelled);
        var second = await journal.Trail(new() { Limit = 10, After = Place(first.Records[^1]) }, Cancelled);
        var third = await journal.Trail(new() { Limit = 10, After = Place(second.Records[^1]) }, Cancelled);

        Assert.Equal([("pilot/a", 4), ("pilot/a", 3)], Places(first.Records));
        Assert.Equal([("pilot/a", 2)], Places(second.Records));
        Assert.Equal([("pilot/a", 1)], Places(third.Records));
        Assert.Equal((true, true, false), (first.More, second.More, third.More));
    }

    [Fact]
    public async Task What_lies_in_the_store_is_read_by_stream_and_sequence()
    {
        for (var i = 0; i < 600; i++) await Write($"pilot/p-{i % 2}", "ann/k1", i);
        await Write("kpi/A", "ann/k1", 1);

        var all = await Stored("");

        Assert.Equal(601, all.Count);
        Assert.Equal(all.OrderBy(each => each.Stream, StringComparer.Ordinal).ThenBy(each => each.Sequence), all);
        Assert.Equal([("kpi/A", 1)], await Stored("kpi/"));
    }

    private static DateTimeOffset? Minute(double? minute) =>
        minute is { } m ? Appends.Now.AddTicks((long)Math.Round(m * TimeSpan.TicksPerMinute)) : null;

    private static TrailPlace Place(JournalRecord record) => new(record.RecordedAt, record.Stream, record.Sequence);

    private static List<(string, long)> Places(IEnumerable<JournalRecord> records) =>
        [.. records.Select(record => (record.Stream, record.Sequence))];

    private async Task<List<(string Stream, long Sequence)>> Stored(string prefix)
    {
        var records = new List<JournalRecord>();
        await foreach (var record in journal.Stored(prefix, Cancelled)) records.Add(record);
        return Places(records);
    }

    private async Task Write(string stream, string author, int minute, string text = "")
    {
        var head = await journal.Head(stream, Cancelled);
        var body = Encoding.UTF8.GetBytes($"\"{text}\"");
        await journal.Append(new Append(JournalRecord.After(head, Appends.Now.AddMinutes(minute), author, "push", body)));
    }
}
