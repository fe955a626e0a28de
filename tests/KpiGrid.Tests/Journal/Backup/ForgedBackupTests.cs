using System.Security.Cryptography;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Backup;
using KpiGrid.Silo.Journal.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>A file whose every digest is right, but which says what no store holds, is refused too.</summary>
public sealed class ForgedBackupTests : IDisposable
{
    private static readonly byte[] key = new byte[BackupFormat.HashBytes];

    private readonly TempFolder folder = new();
    private readonly FrameWriter frames = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_put_together_from_the_frames_of_a_store_is_one()
    {
        var (first, second) = await Streams();

        var read = await BackedUp.Check(await Sealed([Store(), .. first, .. second, End(2, 6, first.Concat(second))]));

        Assert.Equal((2, 6), (read.Streams, read.Records));
    }

    [Fact]
    public async Task A_stream_that_ends_before_its_head_is_refused()
    {
        var (first, second) = await Streams();

        Assert.Contains("ends pilot/a at record 2, its head is 3", await Refusal([.. first[..^1], .. second], 2, 5), StringComparison.Ordinal);
        Assert.Contains("ends pilot/b at record 2, its head is 3", await Refusal([.. first, .. second[..^1]], 2, 5), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_does_not_follow_is_refused()
    {
        var (first, second) = await Streams();

        foreach (byte[][] forged in (byte[][][])[[first[0], first[1], first[3]], [first[0], first[2]], [.. first[..2], second[2], first[3]]])
            Assert.Contains("does not follow its chain", await Refusal(forged, 1, forged.Length - 1), StringComparison.Ordinal);
        var of = (await Records("pilot/a"))[0];
        var changed = frames.Record(of with { Body = [.. of.Body, 32] }).ToArray();
        Assert.Contains("record 1 of pilot/a that does not follow", await Refusal([first[0], changed], 1, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_block_that_says_something_else_is_refused()
    {
        var (first, second) = await Streams();
        const string otherwise = "holds something else than its last block says";

        Assert.Contains(otherwise, await Refusal(first, 2, 3), StringComparison.Ordinal);
        Assert.Contains(otherwise, await Refusal(first, 1, 4), StringComparison.Ordinal);
        Assert.Contains(otherwise, await RefusalOf([Store(), .. first, End(1, 3, second)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frame_where_none_may_stand_is_refused()
    {
        var (first, _) = await Streams();
        var end = End(1, 3, first);
        const string impossible = "a frame of kind";

        Assert.Contains(impossible, await RefusalOf([.. first, end]), StringComparison.Ordinal);
        Assert.Contains(impossible, await RefusalOf([Store(), Store(), .. first, end]), StringComparison.Ordinal);
        Assert.Contains(impossible, await RefusalOf([Store(), .. first[1..], end]), StringComparison.Ordinal);
        Assert.Contains(impossible, await RefusalOf([Store(), .. first, end, first[0]]), StringComparison.Ordinal);
        Assert.Contains(impossible, await RefusalOf([Store(), [(byte)'?'], .. first, end]), StringComparison.Ordinal);
        Assert.Contains("is cut off after block 1", await RefusalOf([Store(), .. first]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_with_what_only_others_have_is_refused()
    {
        var head = new JournalHead("kpi/X", 0, key, DateTimeOffset.UnixEpoch);
        var of = head with { Stream = "pilot/x" };
        const string others = "what such a stream cannot have";

        Assert.Contains(others, await Refusal([frames.Stream(new(head, [MunicipalityId.Parse("DK-0657")], null)).ToArray()], 1, 0), StringComparison.Ordinal);
        Assert.Contains(others, await Refusal([frames.Stream(new(of, [], new() { Name = "N" })).ToArray()], 1, 0), StringComparison.Ordinal);
        Assert.Contains("a member key that is none", await RefusalOf([frames.Store(1, key.AsSpan(1)).ToArray()]), StringComparison.Ordinal);
    }

    private byte[] Store() => frames.Store(1, key).ToArray();

    private byte[] End(long streams, long records, IEnumerable<byte[]> content) =>
        frames.End(streams, records, SHA256.HashData([.. key, .. content.SelectMany(frame => frame)])).ToArray();

    private Task<string> Refusal(IReadOnlyList<byte[]> content, long streams, long records) =>
        RefusalOf([Store(), .. content, End(streams, records, content)]);

    private static async Task<string> RefusalOf(IEnumerable<byte[]> all)
    {
        var file = await Sealed(all);
        return (await Assert.ThrowsAsync<InvalidDataException>(() => BackedUp.Check(file))).Message;
    }

    private static async Task<byte[]> Sealed(IEnumerable<byte[]> all)
    {
        using var file = new MemoryStream();
        var blocks = new BlockWriter(file);
        await blocks.Begin(Cancelled);
        foreach (var frame in all) blocks.Add(frame);
        await blocks.Flush(Cancelled);
        return file.ToArray();
    }

    /// <summary>Two streams of three records, each as the frames that a backup has of it.</summary>
    private async Task<(byte[][] First, byte[][] Second)> Streams()
    {
        await using (var journal = SqliteJournal.Open(folder.File("journal.db")))
            foreach (var stream in (string[])["pilot/a", "pilot/b"])
                for (var at = 0; at < 3; at++) await journal.AppendNext(stream, $"{stream} {at}");
        return (await FramesOf("pilot/a"), await FramesOf("pilot/b"));
    }

    private async Task<byte[][]> FramesOf(string stream)
    {
        var records = await Records(stream);
        return [frames.Stream(new(records[^1].Head, [], null)).ToArray(), .. records.Select(record => frames.Record(record).ToArray())];
    }

    private async Task<List<JournalRecord>> Records(string stream)
    {
        await using var cut = SqliteCut.Open(folder.File("journal.db"));
        return await cut.Records(stream, Cancelled).ToListAsync(Cancelled);
    }
}
