using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Backup;
using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

public sealed class SqliteBackupTests : BackupConformance
{
    private readonly TempFolder root = new();
    private readonly Dictionary<string, SqliteJournal> opened = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal override Task<IJournal> Open(string store)
    {
        Directory.CreateDirectory(root.File(store));
        if (!opened.TryGetValue(store, out var journal))
            opened.Add(store, journal = SqliteJournal.Open(File(store)));
        return Task.FromResult<IJournal>(journal);
    }

    internal override async Task Close(string store)
    {
        if (opened.Remove(store, out var journal)) await journal.DisposeAsync();
    }

    internal override Task<IStoreCut> Cut(string store) => Task.FromResult<IStoreCut>(SqliteCut.Open(File(store)));

    internal override async Task<IStoreDraft> Draft(string store, bool replace = false) =>
        await SqliteDraft.Begin(root.File(store), replace, Cancelled);

    public override async ValueTask DisposeAsync()
    {
        foreach (var journal in opened.Values) await journal.DisposeAsync();
        root.Dispose();
    }

    [Theory]
    [InlineData("update journal set body = cast('{\"n\":7}' as blob) where stream = 'pilot/a' and sequence = 2", "Record 2 of pilot/a")]
    [InlineData("delete from journal where stream = 'pilot/a' and sequence = 2", "Record 3 of pilot/a")]
    [InlineData("delete from journal where stream = 'pilot/a' and sequence = 3", "pilot/a")]
    [InlineData("delete from head", "The heads know 0 records, and there are 3")]
    [InlineData("update journal set recorded_at = 9000000000000000000 where sequence = 3", "no record has")]
    public async Task A_store_that_is_not_what_was_written_is_not_backed_up(string damage, string named)
    {
        var journal = await Open("original");
        for (var i = 0; i < 3; i++) await journal.AppendNext("pilot/a");
        await Close("original");
        Run("original", damage);

        var found = await Assert.ThrowsAsync<JournalDamagedException>(async () => await BackedUp.Write(await Cut("original")));

        Assert.Contains(named, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_a_store_that_was_replaced_is_gone_with_it()
    {
        await (await Open("original")).AppendNext("pilot/a");
        var (file, written) = await BackedUp.Write(await Cut("original"));
        await (await Open("other")).AppendNext("pilot/old");
        // As a killed server leaves it: the file, and a log that holds everything.
        Directory.CreateDirectory(root.File("killed"));
        foreach (var name in new[] { "journal.db", "journal.db-wal" })
            System.IO.File.Copy(Path.Combine(root.File("other"), name), Path.Combine(root.File("killed"), name));

        await BackedUp.Restore(file, await Draft("killed", replace: true));

        Assert.Equal(["journal.db"], Directory.EnumerateFiles(root.File("killed"), "journal.db*").Select(Path.GetFileName));
        Assert.Equal(written.Content, (await BackedUp.Write(await Cut("killed"))).Summary.Content);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    public async Task A_damaged_store_is_replaced_where_that_is_said(int bytes)
    {
        await (await Open("original")).AppendNext("pilot/a");
        var (file, written) = await BackedUp.Write(await Cut("original"));
        Directory.CreateDirectory(root.File("damaged"));
        await System.IO.File.WriteAllBytesAsync(File("damaged"), new byte[bytes], Cancelled);
        // Its log is another store's, and sound: read with what is restored, it would take its place.
        await (await Open("other")).AppendNext("pilot/old");
        System.IO.File.Copy(File("other") + "-wal", File("damaged") + "-wal");

        await Assert.ThrowsAsync<IOException>(() => Draft("damaged"));
        await BackedUp.Restore(file, await Draft("damaged", replace: true));

        Assert.Equal(["journal.db"], Directory.EnumerateFiles(root.File("damaged"), "journal.db*").Select(Path.GetFileName));
        Assert.Equal(written.Content, (await BackedUp.Write(await Cut("damaged"))).Summary.Content);
    }

    [Fact]
    public async Task A_store_that_was_never_written_to_is_no_hindrance()
    {
        await (await Open("original")).AppendNext("pilot/a");
        var (file, _) = await BackedUp.Write(await Cut("original"));
        await Open("empty");
        await Close("empty");

        await BackedUp.Restore(file, await Draft("empty"));

        Assert.Single(await (await Open("empty")).Records("pilot/a"));
    }

    private string File(string store) => DataFolder.JournalFileIn(root.File(store));

    private void Run(string store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File(store)};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }
}
