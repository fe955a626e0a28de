using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Journal;

/// <summary>The journal's files end somewhere in the middle, as a power cut or a bad copy may leave them.</summary>
public sealed class TornFileTests : IDisposable
{
    private const string Stream = "pilot/a";
    private const int Records = 12;

    /// <summary>Every so many bytes is cut; KPIGRID_CUT_EVERY=1 cuts at each.</summary>
    private static readonly int cutEvery = LongForm.Number("KPIGRID_CUT_EVERY", 499);

    private readonly TempFolder folder = new();

    private string File => folder.File("journal.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_log_cut_anywhere_keeps_every_commit_before_the_cut_and_takes_more()
    {
        var (store, log, ends) = await Written();
        foreach (var cut in Cuts(log.Length, 24, 4096 + 24))
        {
            Put(store, log.AsSpan(0, cut));
            await using var journal = SqliteJournal.Open(File);

            var kept = ends.Count(end => end <= cut);
            Assert.Equal((cut, kept), (cut, (await journal.Chain(Stream)).Count));
            Assert.Equal(AppendOutcome.Committed, await journal.AppendNext(Stream));
            Assert.Equal((cut, kept + 1), (cut, (await journal.Chain(Stream)).Count));
        }
    }

    [Fact]
    public async Task A_store_cut_anywhere_is_refused_or_whole()
    {
        await Written();
        await using (var whole = SqliteJournal.Open(File)) Assert.Equal(Records, (await whole.Chain(Stream)).Count);
        var store = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        var refused = 0;
        foreach (var cut in Cuts(store.Length, 0, 4096).Where(cut => cut < store.Length))
        {
            Put(store.AsSpan(0, cut), []);
            var failure = await Record.ExceptionAsync(Read);
            Assert.True(failure is null or JournalDamagedException, $"Cut at {cut}: {failure}");
            if (failure is null) continue;
            Assert.Contains("restore", failure.Message, StringComparison.Ordinal);
            refused++;
        }
        Assert.InRange(refused, store.Length / 4096, int.MaxValue);

        async Task Read()
        {
            await using var journal = SqliteJournal.Open(File);
            Assert.Equal(Records, (await journal.Chain(Stream)).Count);
        }
    }

    /// <summary>At both sides of every boundary of a page, and in between.</summary>
    private static IEnumerable<int> Cuts(int length, int header, int page) =>
        Enumerable.Range(0, length / page + 1).Select(number => header + number * page)
            .SelectMany(boundary => new[] { boundary - 1, boundary, boundary + 1 })
            .Concat(Enumerable.Range(0, length / cutEvery + 1).Select(number => number * cutEvery))
            .Append(length).Where(cut => cut >= 0 && cut <= length).Distinct().Order();

    /// <summary>The store as it lies there without its newest commits, its log, and where in it each record's commit ends.</summary>
    private async Task<(byte[] Store, byte[] Log, List<long> Ends)> Written()
    {
        await using var journal = SqliteJournal.Open(File);
        var ends = new List<long>();
        for (var i = 0; i < Records; i++)
        {
            await journal.AppendNext(Stream, $"\"{new string('x', 700 * i)}\"");
            ends.Add(new FileInfo(File + "-wal").Length);
        }
        return (Bytes(File), Bytes(File + "-wal"), ends);
    }

    private static byte[] Bytes(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        return bytes;
    }

    private void Put(ReadOnlySpan<byte> store, ReadOnlySpan<byte> log)
    {
        foreach (var old in Directory.EnumerateFiles(folder.Path)) System.IO.File.Delete(old);
        System.IO.File.WriteAllBytes(File, store);
        if (log.Length > 0) System.IO.File.WriteAllBytes(File + "-wal", log);
    }
}
