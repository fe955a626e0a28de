using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>The process dies at a point of a push of a thousand measurements over twenty KPI streams.</summary>
[Collection(typeof(FaultsAlone))]
public sealed class KillPointTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("checked", 1, false)]
    [InlineData("before-commit", 2, false)]
    [InlineData("committed", 3, true)]
    [InlineData("applied", 1, true)]
    [InlineData("answered", 2, true)]
    public async Task A_push_is_whole_or_absent_and_its_retry_makes_it_whole(string point, int push, bool isKept)
    {
        await using var server = new ServerProcess(folder.Path);
        await server.StartDying(point, push);
        using var sender = new Sender(server);
        await Network.Make(sender, "pilot");
        var before = Enumerable.Range(0, 1_000 * (push - 1)).ToList();
        foreach (var numbers in before.Chunk(1_000)) Assert.Equal(200, (await sender.Push("pilot", Network.Body(numbers))).Status);
        var dying = Enumerable.Range(before.Count, 1_000).ToList();

        var answer = await sender.TryPush("pilot", Network.Body(dying));
        Assert.True(answer is null || point == "answered", "The server outlived its death");
        await server.Ended();
        await server.Start();

        var kept = isKept ? [.. before, .. dying] : before;
        Assert.Equal((kept.Count == 0 ? null : Network.Sum(kept), kept.Count), await sender.Total());
        var retried = await sender.Insist("pilot", Network.Body(dying));
        Assert.Equal(isKept ? (0, 1_000) : (1_000, 0), ((int)retried.Json["recorded"]!, (int)retried.Json["repeated"]!));
        List<int> all = [.. before, .. dying];
        Assert.Equal((Network.Sum(all), all.Count), await sender.Total((string?)retried.Json["token"]));
        Assert.Equal((all.Count, all.Count), JournalCounts.Of(folder.Path));
    }
}
