using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>The disk fails to sync, under the running server.</summary>
[Collection(typeof(FaultsAlone))]
public sealed class FailedSyncTests(ITestOutputHelper output) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_not_synced_is_not_acknowledged_and_nothing_more_is_written_until_a_restart()
    {
        await using var server = new ServerProcess(folder.Path);
        await server.Start();
        using var sender = new Sender(server);
        await Network.Make(sender, "pilot", "other");
        var good = Enumerable.Range(0, 100).ToList();
        var token = (string?)(await sender.Push("pilot", Network.Body(good))).Json["token"];
        Assert.Equal((Network.Sum(good), 100), await sender.Total(token));
        var unsure = Network.Body(Enumerable.Range(100, 100));

        Assert.Equal(200, (await Ready(sender)).Status);
        await using (var failing = await FailingSyncs.Of(server.ProcessId))
        {
            Assert.Equal((503, "storage-unavailable"), (await sender.Push("pilot", unsure)).First);
            Assert.Equal((503, "storage-unavailable"), (await sender.Push("other", Network.Body([0]))).First);
            Assert.InRange(failing.Failed, 1, int.MaxValue);
            output.WriteLine($"{failing.Failed} failed syncs");
        }
        // Syncs work again, yet nobody knows what the failed one has dropped.
        Assert.Equal((503, "storage-unavailable"), (await sender.Push("pilot", unsure)).First);
        Assert.Equal((503, "storage-unavailable"), (await sender.Push("other", Network.Body([0]))).First);
        Assert.Equal((Network.Sum(good), 100), await sender.Total());
        Assert.Equal((503, "storage-unavailable"), (await Ready(sender)).First);
        output.WriteLine($"{JournalCounts.Of(folder.Path).Measurements - 100} of 100 unacknowledged are in the file");

        await server.Kill();
        await server.Start();

        var retried = await sender.Insist("pilot", unsure);
        List<int> all = [.. Enumerable.Range(0, 200)];
        Assert.Equal((Network.Sum(all), all.Count), await sender.Total((string?)retried.Json["token"]));
        Assert.Equal((all.Count, all.Count), JournalCounts.Of(folder.Path));
        Assert.Equal(200, (await Ready(sender)).Status);
    }

    private static Task<Api.Hosting.ApiAnswer> Ready(Sender sender) => sender.Send(HttpMethod.Get, "/health/ready", null);
}
