using System.IO.Compression;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Backup;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>
/// Journals of earlier releases, which every later one reads as they were: as backups, and as the embedded store's own files.
/// What they hold is sample data.
/// </summary>
/// <remarks>
/// <c>KPIGRID_GOLDEN=0.2.0</c> writes those of a release, beside the others; none that was released is ever written again.
/// </remarks>
[Collection(typeof(FaultsAlone))]
public sealed class GoldenJournalTests : IDisposable
{
    private static readonly DateTimeOffset asked = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();
    private readonly TestedStore store;

    public GoldenJournalTests() => store = TestedStore.Sqlite(folder.Path);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => [.. GoldenFile.Journals];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void There_is_a_backup_and_a_store_of_every_release() => Assert.Equal(
        GoldenFile.Releases.SelectMany(release => new[] { $"{release}-samples.backup", $"{release}-samples.db.gz" }),
        GoldenFile.Journals);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_is_read_as_it_was(string name)
    {
        var expected = await GoldenFile.Expected(name);
        await Place(name);

        Assert.Equal(expected.Heads, await GoldenFile.HeadsOf(DataFolder.JournalFileIn(folder.Path)));
        await using var host = await FolderHost.Start(store, asked);
        await host.Verify();
        foreach (var (path, total) in expected.Totals) Assert.Equal((path, total), (path, await GoldenFile.Total(host.Http, path)));
        Assert.NotEmpty(expected.Totals);
    }

    [Fact]
    public async Task A_release_leaves_its_own()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KPIGRID_GOLDEN") is { Length: > 0 }, "KPIGRID_GOLDEN names no release");
        var name = $"{Environment.GetEnvironmentVariable("KPIGRID_GOLDEN")}-samples";
        await using (var host = await FolderHost.Start(store)) await host.LoadSamples();
        var journal = DataFolder.JournalFileIn(folder.Path);
        await using (var cut = SqliteCut.Open(journal))
            await BackupFile.Write(GoldenFile.Source(name + ".backup"), false, cut, (_, _, _) => { }, Cancelled);
        await Pack(journal, GoldenFile.Source(name + ".db.gz"));
        var lines = await GoldenFile.HeadsOf(journal);
        await using (var host = await FolderHost.Start(store, asked))
            lines.AddRange(await GoldenFile.TotalsOf(journal, host.Http));
        await File.WriteAllLinesAsync(GoldenFile.Source(name + ".txt"), lines, Cancelled);
    }

    private async Task Place(string name)
    {
        var golden = Path.Combine(GoldenFile.Folder, name);
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            await using var packed = new GZipStream(File.OpenRead(golden), CompressionMode.Decompress);
            await using var journal = File.Create(DataFolder.JournalFileIn(folder.Path));
            await packed.CopyToAsync(journal, Cancelled);
            return;
        }
        await BackedUp.Restore(
            await File.ReadAllBytesAsync(golden, Cancelled), await SqliteDraft.Begin(folder.Path, replace: false, Cancelled));
    }

    private static async Task Pack(string journal, string golden)
    {
        await using var packed = new GZipStream(File.Create(golden), CompressionLevel.SmallestSize);
        await using var file = File.OpenRead(journal);
        await file.CopyToAsync(packed, Cancelled);
    }
}
