using System.Collections.Concurrent;
using System.Diagnostics;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>A server that is asked to stop while clients push.</summary>
[Collection(typeof(FaultsAlone))]
public sealed class GracefulStopTests(ITestOutputHelper output) : IDisposable
{
    private const int Clients = 8;
    private const int EnoughToStop = 200;

    private readonly TempFolder folder = new();
    private readonly ConcurrentBag<int> acknowledged = [];
    private readonly TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int lastNumber = -1;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_acknowledged_before_the_end_is_there_after_the_next_start()
    {
        await using var server = new ServerProcess(folder.Path);
        await server.Start();
        using var sender = new Sender(server);
        await Network.Make(sender, "pilot");

        var pushing = Enumerable.Range(0, Clients).Select(_ => PushUntilGone(server)).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(pushing));
        var asked = Stopwatch.GetTimestamp();
        await server.Terminate();
        Assert.Equal(0, await server.Ended());
        output.WriteLine($"{acknowledged.Count} acknowledged, ended in {Stopwatch.GetElapsedTime(asked).TotalSeconds:N1} s");
        var unanswered = await Task.WhenAll(pushing);
        Assert.Empty(server.Error.Trim());
        await server.Start();

        Assert.Superset(acknowledged.ToHashSet(), JournalCounts.Numbers(folder.Path, "pilot"));
        string? token = null;
        foreach (var number in unanswered)
            token = (string?)(await sender.Insist("pilot", Network.Body([number]))).Json["token"];
        var all = Enumerable.Range(0, lastNumber + 1).ToList();
        Assert.Equal((Network.Sum(all), all.Count), await sender.Total(token));
        Assert.Equal((all.Count, all.Count), JournalCounts.Of(folder.Path));
    }

    /// <summary>Pushes one after the other until nobody takes any more; returns the number that was not taken.</summary>
    private async Task<int> PushUntilGone(ServerProcess server)
    {
        using var client = new Sender(server);
        while (true)
        {
            var number = Interlocked.Increment(ref lastNumber);
            if (await client.TryPush("pilot", Network.Body([number])) is not { Status: 200 }) return number;
            acknowledged.Add(number);
            if (acknowledged.Count >= EnoughToStop) enough.TrySetResult();
        }
    }
}
