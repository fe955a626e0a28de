using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Backup;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Journal.Postgres;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

public sealed class PostgresBackupTests : BackupConformance
{
    private readonly Dictionary<string, PostgresDatabase> databases = [];
    private readonly Dictionary<string, PostgresJournal> opened = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal override async Task<IJournal> Open(string store)
    {
        if (!opened.TryGetValue(store, out var journal))
            opened.Add(store, journal = PostgresJournal.Open((await Database(store)).ConnectionString, PostgresRun.Options));
        return journal;
    }

    internal override async Task Close(string store)
    {
        if (opened.Remove(store, out var journal)) await journal.DisposeAsync();
    }

    internal override async Task<IStoreCut> Cut(string store) =>
        await PostgresCut.Open((await Database(store)).ConnectionString, Cancelled);

    internal override async Task<IStoreDraft> Draft(string store, bool replace = false) => await PostgresDraft.Begin(
        (await Database(store)).ConnectionString, PostgresRun.Options, replace, Cancelled);

    public override async ValueTask DisposeAsync()
    {
        foreach (var journal in opened.Values) await journal.DisposeAsync();
        foreach (var database in databases.Values) await database.DisposeAsync();
    }

    [Fact]
    public async Task A_backup_goes_from_one_store_to_another_and_back()
    {
        using var folder = new TempFolder();
        await Fill(await Open("original"));
        var (file, written) = await BackedUp.Write(await Cut("original"));

        var inSqlite = await BackedUp.Restore(file, await SqliteDraft.Begin(folder.Path, replace: false, Cancelled));
        var (fileOfSqlite, _) = await BackedUp.Write(SqliteCut.Open(folder.File("journal.db")));
        var again = await BackedUp.Restore(fileOfSqlite, await Draft("again"));

        Assert.Equal([written.Content, written.Content], [inSqlite.Content, again.Content]);
        Assert.True(again.Epoch > inSqlite.Epoch);
        await using var sqlite = SqliteJournal.Open(folder.File("journal.db"));
        var dump = await BackedUp.Dump(await Open("original"));
        Assert.Equal(dump, await BackedUp.Dump(sqlite));
        Assert.Equal(dump, await BackedUp.Dump(await Open("again")));
    }

    [Fact]
    public async Task A_database_that_somebody_uses_is_not_restored_into()
    {
        await Fill(await Open("original"));
        var before = await BackedUp.Dump(await Open("original"));

        var refused = await Assert.ThrowsAsync<IOException>(() => Draft("original", replace: true));

        Assert.Contains("in use (kpigrid)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await BackedUp.Dump(await Open("original")));
    }

    [Fact]
    public async Task History_is_only_added_to_again_after_a_restore()
    {
        await Fill(await Open("original"));
        var (file, _) = await BackedUp.Write(await Cut("original"));
        await BackedUp.Restore(file, await Draft("restored"));

        foreach (var sql in new[] { "delete from journal", "update edge set pilot = 'x'", "truncate journal", "delete from head" })
            await Assert.ThrowsAsync<Npgsql.PostgresException>(async () => await (await Database("restored")).Run(sql));
    }

    [Fact]
    public async Task A_store_that_is_not_what_was_written_is_not_backed_up()
    {
        await Fill(await Open("original"));
        await (await Database("original")).Run(
            "alter table journal disable trigger user; update journal set body = '7' where stream = 'pilot/a' and sequence = 2");

        var found = await Assert.ThrowsAsync<JournalDamagedException>(async () => await BackedUp.Write(await Cut("original")));

        Assert.Contains("Record 2 of pilot/a", found.Message, StringComparison.Ordinal);
    }

    private async Task<PostgresDatabase> Database(string store)
    {
        if (!databases.TryGetValue(store, out var database)) databases.Add(store, database = await PostgresRun.NewStore());
        return database;
    }
}
