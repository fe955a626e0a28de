using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Journal;

/// <summary>One bit of the store is another, anywhere in the file.</summary>
public sealed class FlippedByteTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] streams = ["pilot/a", "pilot/b"];

    /// <summary>One of so many bytes is flipped; KPIGRID_FLIP_EVERY=1 flips each.</summary>
    private static readonly int flipEvery = LongForm.Number("KPIGRID_FLIP_EVERY", 199);

    private readonly TempFolder folder = new();

    private string File => folder.File("journal.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_flipped_bit_changes_nothing_that_is_read_or_is_found()
    {
        await Write();
        var bytes = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        var expected = await Read();
        var (flips, found, start) = (0, 0, Random.Shared.Next(flipEvery));
        var unseen = new List<int>();
        for (var at = start; at < bytes.Length; at += flipEvery)
        {
            var bit = (byte)(1 << at % 8);
            bytes[at] ^= bit;
            await Put(bytes);
            bytes[at] ^= bit;
            flips++;
            try
            {
                if (await Read() != expected) unseen.Add(at);
            }
            catch (Exception failure) when (failure is JournalDamagedException or JournalUnavailableException
                or InvalidDataException or IOException or InvalidOperationException)
            {
                Assert.NotEmpty(failure.Message);
                found++;
            }
        }
        output.WriteLine($"{flips} flips in {bytes.Length} bytes from {start} on, {found} found, the others harmless");
        Assert.True(unseen.Count == 0, $"Wrong, yet served, with a flip at {string.Join(", ", unseen)}");
        Assert.InRange(found, 1, flips);
    }

    private async Task Write()
    {
        await using var journal = SqliteJournal.Open(File);
        for (var i = 0; i < 6; i++)
            foreach (var stream in streams)
                await journal.AppendNext(stream, $$"""{"value":{{i}},"note":"{{new string('x', 200 * i)}}"}""");
    }

    /// <summary>Every record, each found to follow the one before, as one text.</summary>
    private async Task<string> Read()
    {
        var text = new List<string>();
        await using var journal = SqliteJournal.Open(File);
        foreach (var stream in streams)
            await foreach (var record in journal.ReadAfter(JournalHead.Empty(stream), TestContext.Current.CancellationToken))
                text.Add($"{stream} {record.Sequence} {record.RecordedAt:O} {Convert.ToHexString(record.Body)}");
        return string.Join('\n', text);
    }

    private async Task Put(byte[] bytes)
    {
        foreach (var old in Directory.EnumerateFiles(folder.Path)) System.IO.File.Delete(old);
        await System.IO.File.WriteAllBytesAsync(File, bytes, TestContext.Current.CancellationToken);
    }
}
