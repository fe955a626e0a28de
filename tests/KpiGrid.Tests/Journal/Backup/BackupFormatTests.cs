using System.Text;
using KpiGrid.Silo.Journal.Backup;
using KpiGrid.Silo.Journal.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>A file that is not, to the last byte, what a backup wrote is refused, and the place is named.</summary>
public sealed class BackupFormatTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_is_cut_anywhere_is_refused()
    {
        var file = await Written(bodies: 6, bytes: 40);
        await BackedUp.Check(file);

        for (var length = 0; length < file.Length; length++)
            Assert.Matches("cut off|no backup", await Refusal(file[..length]));
    }

    [Fact]
    public async Task A_file_of_which_any_byte_is_another_is_refused()
    {
        var file = await Written(bodies: 6, bytes: 40);

        for (var at = 0; at < file.Length; at++)
        {
            file[at] ^= (byte)(1 << at % 8);
            Assert.Matches("cut off|no backup|another format|block 1.*byte 17", await Refusal(file));
            file[at] ^= (byte)(1 << at % 8);
        }
    }

    [Fact]
    public async Task The_place_and_the_last_sound_record_are_named()
    {
        var file = await Written(bodies: 8, bytes: 400_000);
        var blocks = Blocks(file);
        Assert.InRange(blocks.Count, 3, 8);
        file[blocks[1].Start.Value + 100] ^= 1;

        var refusal = await Refusal(file);

        Assert.Contains($"block 2, which begins at byte {blocks[1].Start.Value}, is not what was written", refusal, StringComparison.Ordinal);
        Assert.Matches("the last record before is [1-7] of pilot/a", refusal);
    }

    [Fact]
    public async Task Blocks_that_are_left_out_moved_or_doubled_are_refused()
    {
        var file = await Written(bodies: 8, bytes: 400_000);
        var (header, blocks) = (file[..BackupFormat.Header.Length], Blocks(file).Select(block => file[block]).ToList());
        byte[] Of(params int[] order) => [.. header, .. order.SelectMany(number => blocks[number])];

        Assert.Contains("block 2", await Refusal(Of(0, 2)), StringComparison.Ordinal);
        Assert.Contains("block 2", await Refusal(Of(0, 0, 1, 2)), StringComparison.Ordinal);
        Assert.Contains("block 1", await Refusal(Of(1, 0, 2)), StringComparison.Ordinal);
        Assert.Contains("cut off after block 2", await Refusal(Of(0, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_on_after_its_end_is_refused()
    {
        var file = await Written(bodies: 1, bytes: 10);

        Assert.Contains("cut off", await Refusal([.. file, 0]), StringComparison.Ordinal);
        Assert.Contains("block 2", await Refusal([.. file, .. file[BackupFormat.Header.Length..]]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is no backup")]
    [InlineData("SQLite format 3\0 and what follows it in a store", "is no backup")]
    [InlineData("kpigrid-backup 2\nand more", "another format")]
    [InlineData("kpigrid-backup 10\nand more", "another format")]
    public async Task A_foreign_file_is_told_from_one_of_another_version(string text, string said) =>
        Assert.Contains(said, await Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    private async Task<byte[]> Written(int bodies, int bytes)
    {
        var random = new Random(20_261_128);
        await using var journal = SqliteJournal.Open(folder.File("journal.db"));
        for (var i = 0; i < bodies; i++)
        {
            var noise = new byte[bytes];
            random.NextBytes(noise);
            await journal.AppendNext("pilot/a", Convert.ToHexString(noise));
        }
        return (await BackedUp.Write(SqliteCut.Open(folder.File("journal.db")))).File;
    }

    private static async Task<string> Refusal(byte[] file) =>
        (await Assert.ThrowsAsync<InvalidDataException>(() => BackedUp.Check(file))).Message;

    private static List<Range> Blocks(byte[] file)
    {
        var blocks = new List<Range>();
        for (var at = BackupFormat.Header.Length; at < file.Length;)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            blocks.Add(at..(at += sizeof(int) + BackupFormat.HashBytes + length));
        }
        return blocks;
    }
}
