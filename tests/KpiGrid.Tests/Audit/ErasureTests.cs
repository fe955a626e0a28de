using System.Text;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Journal;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Audit;

/// <summary>An erased person is searched for in the bytes of the store's files.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const int Others = 400;
    private readonly TempFolder folder = new();
    private SqliteJournal journal = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        journal = SqliteJournal.Open(folder.File("journal.db"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Those_who_are_erased_are_in_no_file_and_the_others_still_are()
    {
        for (var i = 0; i < Others; i++) await Put(i);
        Checkpoint();
        Assert.All(Enumerable.Range(0, Others), i => Assert.True(IsInFiles(Marker(i)), $"{i} was not even kept"));

        for (var i = 0; i < Others; i++)
            if (i % 4 != 0) await Write(i, null);

        Assert.True(await journal.EmptyLog(Cancelled));
        for (var i = 0; i < Others; i++)
        {
            Assert.Equal(i % 4 == 0, IsInFiles(Marker(i)));
            Assert.Equal(i % 4 == 0, await journal.ReadPerson($"actor-{i}", Cancelled) is not null);
        }
    }

    [Fact]
    public async Task A_name_that_was_replaced_is_in_no_file()
    {
        for (var i = 0; i < 40; i++) await Put(i);
        Checkpoint();
        for (var i = 0; i < 40; i++) await Write(i, new() { Name = "x" });

        Assert.True(await journal.EmptyLog(Cancelled));
        Assert.All(Enumerable.Range(0, 40), i => Assert.False(IsInFiles(Marker(i))));
    }

    [Fact]
    public async Task A_reader_in_the_way_delays_the_erasure_to_the_next_write()
    {
        await Put(7);
        Checkpoint();
        await using (var reader = Connect())
        {
            reader.Run("begin; select count(*) from person");
            await Write(7, null);
            Assert.False(await journal.EmptyLog(Cancelled));
            Assert.True(IsInFiles(Marker(7)));
        }

        await journal.AppendNext("pilot/a");

        Assert.False(IsInFiles(Marker(7)));
    }

    [Fact]
    public async Task An_erasure_cut_short_is_finished_by_the_next_start()
    {
        await Put(7);
        await using (var reader = Connect())
        {
            reader.Run("begin; select count(*) from person");
            await Write(7, null);
            foreach (var file in Directory.GetFiles(folder.Path)) File.Copy(file, file.Replace("journal", "copy"));
        }
        Assert.True(IsInFiles(Marker(7), "copy.db*"));

        await using var again = SqliteJournal.Open(folder.File("copy.db"));
        await again.AppendNext("pilot/a");

        Assert.False(IsInFiles(Marker(7), "copy.db*"));
    }

    [Fact]
    public async Task An_erasure_leaves_every_record_and_chain_as_it_was()
    {
        await journal.AppendNext("pilot/a");
        await Put(1);
        var before = await journal.Chain("pilot/a");

        await Write(1, null);

        Assert.Equivalent(before, await journal.Chain("pilot/a"));
        Assert.Equal(2, (await journal.Chain("actor/actor-1")).Count);
    }

    private static string Marker(int i) => $"<<{i}-{new string('n', i % 150)}-name>>";

    private Task Put(int i) => Write(i, new() { Name = Marker(i), Email = $"{Marker(i)}@example.org" });

    private async Task Write(int i, Person? person)
    {
        var head = await journal.Head($"actor/actor-{i}", Cancelled);
        await journal.Append(Appends.After(head) with { Person = new($"actor-{i}", person) });
    }

    private bool IsInFiles(string text, string files = "journal.db*") => Directory.GetFiles(folder.Path, files).Any(file =>
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });

    private void Checkpoint()
    {
        using var connection = Connect();
        connection.Run("pragma wal_checkpoint(truncate)");
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={folder.File("journal.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
