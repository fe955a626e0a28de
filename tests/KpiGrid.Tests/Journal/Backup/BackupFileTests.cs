using KpiGrid.Silo.Journal.Backup;
using KpiGrid.Silo.Journal.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

public sealed class BackupFileTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SqliteJournal journal = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Backup => folder.File("one.backup");

    public async ValueTask InitializeAsync()
    {
        journal = SqliteJournal.Open(folder.File("journal.db"));
        await journal.AppendNext("pilot/a");
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Only_its_owner_can_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix modes");
        await File.WriteAllTextAsync(Backup + ".part", "left by one that was killed, readable by all", Cancelled);

        await Write();

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
        Assert.Equal([Backup], Directory.EnumerateFiles(folder.Path, "one*"));
    }

    [Fact]
    public async Task A_backup_that_is_there_is_written_over_only_where_that_is_said()
    {
        var first = await Write();
        await journal.AppendNext("pilot/a");

        var refused = await Assert.ThrowsAsync<IOException>(() => Write());
        var second = await Write(replace: true);

        Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
        Assert.Equal((1, 2), (first.Records, second.Records));
        Assert.Equal(second, await BackedUp.Check(await File.ReadAllBytesAsync(Backup, Cancelled)));
    }

    [Fact]
    public async Task One_that_is_not_finished_leaves_what_was_there()
    {
        await Write();
        var before = await File.ReadAllBytesAsync(Backup, Cancelled);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await using var cut = SqliteCut.Open(folder.File("journal.db"));
            await stop.CancelAsync();
            await BackupFile.Write(Backup, replace: true, cut, (_, _, _) => { }, stop.Token);
        });

        Assert.Equal(before, await File.ReadAllBytesAsync(Backup, Cancelled));
        Assert.Equal([Backup], Directory.EnumerateFiles(folder.Path, "one*"));
    }

    private async Task<BackupSummary> Write(bool replace = false)
    {
        await using var cut = SqliteCut.Open(folder.File("journal.db"));
        return await BackupFile.Write(Backup, replace, cut, (_, _, _) => { }, Cancelled);
    }
}
