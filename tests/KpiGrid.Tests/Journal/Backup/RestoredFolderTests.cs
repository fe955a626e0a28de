using System.Text.Json;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Processes.Faults;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>What was lost by a restore, or outlived it, is taken for nothing that is there now.</summary>
[Collection(typeof(FaultsAlone))]
public sealed class RestoredFolderTests : IDisposable
{
    private const string LostPilot = "herning-center";

    private readonly TempFolder root = new();
    private readonly TestedStore store;

    public RestoredFolderTests() => store = TestedStore.Sqlite(Data);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private StoreCommands Commands => new(root);

    private string Data => root.File("data");

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Snapshots_that_are_ahead_of_a_restored_journal_are_not_believed()
    {
        await using (var host = await FolderHost.Start(store))
        {
            await host.LoadSamples();
            await host.Push(new(1), 20, _ => { });
        }
        await Commands.Backup("one", store);
        await using (var host = await FolderHost.Start(store)) await host.Push(new(2), 60, _ => { });
        File.Copy(DataFolder.JournalFileIn(Data), root.File("later.db"));

        await Commands.Restore("one", store, "--replace");
        Assert.InRange(KeepSnapshots(root.File("later.db")), 5, 1_000);

        await using (var host = await FolderHost.Start(store)) await host.Verify();
    }

    [Fact]
    public async Task What_is_written_after_a_restore_is_never_taken_for_what_was_lost()
    {
        Dictionary<string, NodeVersion> before;
        string token, seen;
        await using (var host = await FolderHost.Start(store))
        {
            await host.LoadSamples();
            await Commands.Backup("one", store);
            token = await PushTo(host, "lost", 17.25m);
            before = await Versions(host, token);
            seen = await FirstEvent(host, null);
        }

        await Commands.Restore("one", store, "--replace");

        await using (var host = await FolderHost.Start(store))
        {
            var newToken = await PushTo(host, "instead", 1.5m);
            await host.Verify();
            foreach (var (node, version) in await Versions(host, newToken))
                Assert.True(version.IsAfter(before[node]), $"{node} was at {before[node]} and is at {version}");
            var refused = await host.Client.GetAsync(
                new Uri($"/v1/pilots/{LostPilot}/totals?kpi=CDW-DIV&from=2026-01-01&to=2027-01-01&atLeast={token}", UriKind.Relative), Cancelled);
            Assert.Contains("token-of-another-epoch", await refused.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
            Assert.True(NodeVersion.TryParse(seen, out var lastSeen));
            Assert.True(NodeVersion.TryParse(await FirstEvent(host, seen), out var shown));
            Assert.True(shown.IsAfter(lastSeen), $"A viewer who saw {lastSeen} is shown {shown}");
        }
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_server_and_nothing_is_left_of_what_was_refused()
    {
        await using (var host = await FolderHost.Start(store))
        {
            await Commands.Backup("one", store);
            Assert.Contains("Another kpigrid", await StoreCommands.Refused("restore", Commands.File("one"), "--data", Data, "--replace"), StringComparison.Ordinal);
        }
        Assert.Contains("holds records", await StoreCommands.Refused("restore", Commands.File("one"), "--data", Data), StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(Commands.File("one"), Cancelled);
        await File.WriteAllBytesAsync(Commands.File("cut"), bytes[..^10], Cancelled);

        Assert.Contains("cut off", await StoreCommands.Refused("restore", Commands.File("cut"), "--data", root.File("new/data")), StringComparison.Ordinal);
        Assert.Contains("cut off", await StoreCommands.Refused("restore", Commands.File("cut"), "--check"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(root.File("new/data")), "the folder that was made for it is left");
        await StoreCommands.Run(store, "restore", Commands.File("one"), "--check", "--json");
    }

    private static async Task<string> PushTo(FolderHost host, string id, decimal value)
    {
        using var body = Api.Hosting.ApiCluster.Json(
            $$"""{"id":"{{id}}","kpi":"CDW-DIV","class":"recycled","period":"2026-03-05","value":{{value}},"unit":"t"}""");
        using var answer = await host.Client.PostAsync(
            new Uri($"/v1/pilots/{LostPilot}/measurements", UriKind.Relative), body, Cancelled);
        var receipt = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancelled));
        return receipt.GetProperty("token").GetString()!;
    }

    /// <summary>The versions of a pilot and the nodes above it, once a push has settled.</summary>
    private static async Task<Dictionary<string, NodeVersion>> Versions(FolderHost host, string token)
    {
        var versions = new Dictionary<string, NodeVersion>();
        foreach (var node in new[] { $"pilots/{LostPilot}", "municipalities/DK-0657", "regions/ncc", "regions/midtjylland" })
        {
            var answer = await host.Http.Get($"/v1/{node}/totals?kpi=CDW-DIV&from=2026-01-01&to=2027-01-01&atLeast={token}", Cancelled);
            Assert.True(NodeVersion.TryParse(answer.Json().GetProperty("version").GetString(), out var version));
            versions.Add(node, version);
        }
        return versions;
    }

    /// <summary>The id of the first event that a viewer is sent.</summary>
    private static async Task<string> FirstEvent(FolderHost host, string? seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/regions/ncc/live?kpi=CDW-DIV&by=month");
        if (seen is not null) request.Headers.Add("Last-Event-ID", seen);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        late.CancelAfter(TimeSpan.FromSeconds(30));
        using var answer = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, late.Token);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(late.Token));
        while (await lines.ReadLineAsync(late.Token) is { } line)
            if (line.StartsWith("id:", StringComparison.Ordinal)) return line[3..].Trim();
        throw new InvalidOperationException("The stream ended before an event");
    }

    private long KeepSnapshots(string later) => Rows(
        $"attach '{later}' as later; insert into snapshot select * from later.snapshot; select count(*) from snapshot",
        row => row.GetInt64(0)).Single();

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> row)
    {
        using var connection = new SqliteConnection($"Data Source={DataFolder.JournalFileIn(Data)};Pooling=False");
        connection.Open();
        using var command = connection.Prepare(sql);
        return [.. command.Rows(row)];
    }
}
