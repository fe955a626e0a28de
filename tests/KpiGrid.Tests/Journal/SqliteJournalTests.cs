using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Journal;

public sealed class SqliteJournalTests : JournalConformance
{
    private readonly TempFolder folder = new();
    private readonly List<SqliteJournal> opened = [];
    private readonly Lock gate = new();

    private string Store => folder.File("journal.db");

    internal override IJournal OpenAgain() => Open();

    public override async ValueTask DisposeAsync()
    {
        foreach (var journal in opened) await journal.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_full_disk_stores_nothing_and_works_again_once_there_is_space()
    {
        var pagesMax = 40L;
        var journal = Open(writer => writer.Run($"pragma max_page_count = {pagesMax}"));
        await FillUp(journal);
        var before = await journal.Chain("pilot/full");

        await Assert.ThrowsAsync<JournalFullException>(
            () => journal.Append(Appends.First("pilot/other"), Big(before[^1].Head)));
        Assert.Equal(before.Count, (await journal.Chain("pilot/full")).Count);
        Assert.Empty(await journal.Records("pilot/other"));

        pagesMax = 10_000;
        Assert.Equal([AppendOutcome.Committed], await journal.Append(Big(before[^1].Head)));
        Assert.Equal(before.Count + 1, (await journal.Chain("pilot/full")).Count);
    }

    [Fact]
    public async Task A_closed_store_is_one_file()
    {
        var journal = SqliteJournal.Open(folder.File("closed.db"));
        await journal.AppendNext("pilot/a");
        await journal.Chain("pilot/a");
        await journal.DisposeAsync();

        Assert.Equal([folder.File("closed.db")], Directory.EnumerateFiles(folder.Path, "closed.db*"));
        File.Copy(folder.File("closed.db"), folder.File("copy.db"));
        await using var copy = SqliteJournal.Open(folder.File("copy.db"));
        Assert.Single(await copy.Chain("pilot/a"));
    }

    [Fact]
    public void A_store_that_would_not_sync_every_commit_is_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(
            () => Open(writer => writer.Run("pragma synchronous = normal")));

        Assert.Contains("synchronous", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_without_a_write_ahead_log_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => SqliteJournal.Open(
            folder.File("other.db"), writer => writer.Run("pragma journal_mode = delete")));
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused()
    {
        Run("insert into step (number, name) values (999, '999-later.sql')");

        var refused = Assert.Throws<InvalidDataException>(() => Open());

        Assert.Contains("newer kpigrid", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_beyond_the_head_stops_all_writing_and_is_named()
    {
        var journal = Open();
        var lost = Appends.First("pilot/a");
        await journal.Append(lost);
        Run("delete from head where stream = 'pilot/a'");

        var found = await Assert.ThrowsAsync<InvalidDataException>(() => journal.Append(lost));
        var after = await Assert.ThrowsAsync<InvalidOperationException>(() => journal.Append(Appends.First("pilot/b")));

        Assert.Contains("pilot/a holds a record 1 beyond its head 0", found.Message, StringComparison.Ordinal);
        Assert.Contains("pilot/a", after.Message, StringComparison.Ordinal);
        Assert.Empty(await journal.Records("pilot/b"));
    }

    [Theory]
    [InlineData(10, 1034, true)] // fsync
    [InlineData(10, 1290, true)] // fsync of the directory
    [InlineData(11, 11, true)] // a damaged file
    [InlineData(10, 778, false)] // write
    [InlineData(13, 13, false)] // disk full
    public void Only_a_failed_sync_and_damage_stop_for_good(int code, int extended, bool final) =>
        Assert.Equal(final, new SqliteException("", code, extended).IsFinal());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_missing_record_is_named_and_nothing_after_it_is_served(int missing)
    {
        var journal = Open();
        for (var i = 0; i < 3; i++) await journal.AppendNext("pilot/a");
        Run($"delete from journal where stream = 'pilot/a' and sequence = {missing}");

        var found = await Assert.ThrowsAsync<JournalDamagedException>(() => journal.Records("pilot/a"));

        Assert.Contains($"pilot/a has no record {missing}", found.Message, StringComparison.Ordinal);
    }

    private SqliteJournal Open(Action<SqliteConnection>? atOpen = null)
    {
        var journal = SqliteJournal.Open(Store, atOpen);
        lock (gate) opened.Add(journal);
        return journal;
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }

    private static Append Big(JournalHead head) => Appends.After(head, $"\"{new string('x', 20_000)}\"");

    private static async Task FillUp(SqliteJournal journal)
    {
        var head = JournalHead.Empty("pilot/full");
        var full = await Assert.ThrowsAsync<JournalFullException>(async () =>
        {
            while (true)
            {
                var next = Big(head);
                await journal.Append(next);
                head = next.Record.Head;
            }
        });
        Assert.True(full.RetryAfter > TimeSpan.Zero);
        Assert.True(head.Sequence > 0);
    }
}
