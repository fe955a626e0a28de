using System.Text.Json;
using KpiGrid.Silo.Journal;
using KpiGrid.Tests.Journal.Postgres;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>The sample networks and random pushes, backed up and restored by the program's own commands.</summary>
[Collection(typeof(FaultsAlone))]
public sealed class RestoredAnswersTests(ITestOutputHelper output) : IAsyncDisposable
{
    private readonly TempFolder root = new();
    private readonly List<PostgresDatabase> databases = [];
    private readonly HashSet<string> acknowledged = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private StoreCommands Commands => new(root);

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases) await database.DisposeAsync();
        root.Dispose();
    }

    [Theory]
    [InlineData("sqlite", "sqlite")]
    [InlineData("postgres", "postgres")]
    [InlineData("sqlite", "postgres")]
    public async Task Answers_after_a_restore_are_those_before_byte_for_byte(string from, string to)
    {
        var before = "";
        HashSet<string> acknowledgedBefore;
        var original = await Store(from, "original");
        await using (var host = await FolderHost.Start(original))
        {
            await host.LoadSamples();
            await Push(host, 1, 40);
            var pushing = Task.WhenAll(Enumerable.Range(2, 3).Select(seed => Push(host, seed, 100)));
            acknowledgedBefore = Acknowledged();
            await Commands.Backup("during", original);
            await pushing;
            Assert.True(Acknowledged().Count > acknowledgedBefore.Count, "nothing was pushed while it was backed up");
            await host.Verify();
        }
        // A start marks what is late. The next one, of what is restored, finds it marked.
        await using (var host = await FolderHost.Start(original)) before = await host.Answers();
        var written = await Commands.Backup("after", original);

        var restored = await Store(to, "restored");
        await Commands.Restore("after", restored);
        Assert.Equal(Content(written), Content(await Commands.Backup("again", restored)));
        await using (var host = await FolderHost.Start(restored))
        {
            await host.Verify();
            Assert.Equal(before, await host.Answers());
        }

        var duringPushes = await Store(to, "during");
        await Commands.Restore("during", duringPushes);
        var kept = await PushedIds(duringPushes);
        Assert.Subset(kept, acknowledgedBefore);
        Assert.Subset(acknowledged, kept);
        await using (var host = await FolderHost.Start(duringPushes)) await host.Verify();
        output.WriteLine($"{before.Length} bytes of answers; {acknowledgedBefore.Count} of {acknowledged.Count} pushes were acknowledged "
            + $"before the backup began, {kept.Count} are in it; {written.GetProperty("records")} records, {written.GetProperty("bytes")} bytes");
    }

    private async Task<TestedStore> Store(string kind, string name)
    {
        if (kind == "sqlite") return TestedStore.Sqlite(root.File(name));
        databases.Add(await PostgresRun.NewDatabase());
        return TestedStore.Postgres(root.File(name), databases[^1]);
    }

    private static string? Content(JsonElement answer) => answer.GetProperty("content").GetString();

    private Task Push(FolderHost host, int seed, int count) => host.Push(new(seed), count, id =>
    {
        lock (acknowledged) acknowledged.Add(id);
    });

    private HashSet<string> Acknowledged()
    {
        lock (acknowledged) return [.. acknowledged];
    }

    /// <summary>The ids of the random pushes that stand in a store.</summary>
    private static async Task<HashSet<string>> PushedIds(TestedStore store)
    {
        var ids = new HashSet<string>();
        var journal = store.Read();
        await using var opened = (IAsyncDisposable)journal;
        await foreach (var record in journal.Stored(Streams.Pilots, Cancelled))
            if (record.Type == "push")
                ids.UnionWith(JsonSerializer.Deserialize<JsonElement>(record.Body).GetProperty("measurements").EnumerateArray()
                    .Select(measurement => measurement.GetProperty("id").GetString()!));
        return [.. ids.Where(id => !id.StartsWith("sample-", StringComparison.Ordinal))];
    }
}
