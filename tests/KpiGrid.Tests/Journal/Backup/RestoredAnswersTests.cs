using System.Text.Json;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Processes;
using KpiGrid.Tests.Processes.Faults;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>The sample networks and random pushes, backed up and restored by the program's own commands.</summary>
[Collection(typeof(FaultsAlone))]
public sealed class RestoredAnswersTests(ITestOutputHelper output) : IDisposable
{
    private const string LostPilot = "herning-center";
    private static readonly TimeSpan commandWithin = TimeSpan.FromMinutes(3);

    private readonly TempFolder root = new();
    private readonly HashSet<string> acknowledged = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => root.File("data");

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Answers_after_a_restore_are_those_before_byte_for_byte()
    {
        var before = "";
        HashSet<string> acknowledgedBefore;
        await using (var host = await FolderHost.Start(Data))
        {
            await host.LoadSamples();
            await Push(host, 1, 40);
            var pushing = Task.WhenAll(Enumerable.Range(2, 3).Select(seed => Push(host, seed, 100)));
            acknowledgedBefore = Acknowledged();
            await Backup("during");
            await pushing;
            Assert.True(Acknowledged().Count > acknowledgedBefore.Count, "nothing was pushed while it was backed up");
            await host.Verify();
            before = await host.Answers();
            await Backup("after");
        }

        Directory.Delete(Data, recursive: true);
        var restored = await Restore("after");
        Assert.Equal(await Content("after"), (await Backup("again")).GetProperty("content").GetString());
        await using (var host = await FolderHost.Start(Data))
        {
            await host.Verify();
            Assert.Equal(before, await host.Answers());
        }

        Directory.Delete(Data, recursive: true);
        await Restore("during");
        var kept = JournalIds();
        Assert.Subset(kept, acknowledgedBefore);
        Assert.Subset(acknowledged, kept);
        await using (var host = await FolderHost.Start(Data)) await host.Verify();
        output.WriteLine($"{before.Length} bytes of answers; {acknowledgedBefore.Count} of {acknowledged.Count} pushes were acknowledged "
            + $"before the backup began, {kept.Count} are in it; {restored.GetProperty("records")} records, {restored.GetProperty("bytes")} bytes");
    }

    [Fact]
    public async Task Snapshots_that_are_ahead_of_a_restored_journal_are_not_believed()
    {
        await using (var host = await FolderHost.Start(Data))
        {
            await host.LoadSamples();
            await Push(host, 1, 20);
        }
        await Backup("one");
        await using (var host = await FolderHost.Start(Data)) await Push(host, 2, 60);
        File.Copy(DataFolder.JournalFileIn(Data), root.File("later.db"));

        await Restore("one", "--replace");
        Assert.InRange(KeepSnapshots(root.File("later.db")), 5, 1_000);

        await using (var host = await FolderHost.Start(Data)) await host.Verify();
    }

    [Fact]
    public async Task What_is_written_after_a_restore_is_never_taken_for_what_was_lost()
    {
        Dictionary<string, NodeVersion> before;
        string token, seen;
        await using (var host = await FolderHost.Start(Data))
        {
            await host.LoadSamples();
            await Backup("one");
            token = await PushTo(host, "lost", 17.25m);
            before = await Versions(host, token);
            seen = await FirstEvent(host, null);
        }

        await Restore("one", "--replace");

        await using (var host = await FolderHost.Start(Data))
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
        await using (var host = await FolderHost.Start(Data))
        {
            await Backup("one");
            Assert.Contains("Another kpigrid", await Refused("restore", Path("one"), "--data", Data, "--replace"), StringComparison.Ordinal);
        }
        Assert.Contains("holds records", await Refused("restore", Path("one"), "--data", Data), StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(Path("one"), Cancelled);
        await File.WriteAllBytesAsync(Path("cut"), bytes[..^10], Cancelled);

        Assert.Contains("cut off", await Refused("restore", Path("cut"), "--data", root.File("new/data")), StringComparison.Ordinal);
        Assert.Contains("cut off", await Refused("restore", Path("cut"), "--check"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(root.File("new/data")), "the folder that was made for it is left");
        await ProgramProcess.Run(commandWithin, "restore", Path("one"), "--check");
    }

    private string Path(string name) => root.File(name + ".backup");

    private async Task<JsonElement> Backup(string name) => JsonSerializer.Deserialize<JsonElement>(
        await ProgramProcess.Run(commandWithin, "backup", Path(name), "--data", Data, "--json"));

    private async Task<JsonElement> Restore(string name, params string[] more) => JsonSerializer.Deserialize<JsonElement>(
        await ProgramProcess.Run(commandWithin, ["restore", Path(name), "--data", Data, "--json", .. more]));

    private async Task<string?> Content(string name) => JsonSerializer.Deserialize<JsonElement>(
        await ProgramProcess.Run(commandWithin, "restore", Path(name), "--check", "--json")).GetProperty("content").GetString();

    private static async Task<string> Refused(params string[] args)
    {
        await using var run = ProgramProcess.Start(args);
        Assert.Equal(1, await run.Code(commandWithin));
        return run.Error;
    }

    private Task Push(FolderHost host, int seed, int count) => host.Push(new(seed), count, id =>
    {
        lock (acknowledged) acknowledged.Add(id);
    });

    private HashSet<string> Acknowledged()
    {
        lock (acknowledged) return [.. acknowledged];
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

    private HashSet<string> JournalIds() => [.. Rows(
        "select value ->> '$.id' from journal, json_each(cast(body as text), '$.measurements') where journal.type = 'push'",
        row => row.GetString(0)).Where(id => !id.StartsWith("sample-", StringComparison.Ordinal))];

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
