using KpiGrid.Tests.Cluster;
using Xunit;

namespace KpiGrid.Tests.Processes.Clustering;

/// <summary>Clients that push to many pilots and insist, whatever becomes of the processes behind them.</summary>
internal sealed class PushingClients(ClusterProcesses cluster, string name) : IDisposable
{
    private const int Clients = 6;
    private static readonly TimeSpan moreWithin = TimeSpan.FromMinutes(2);

    private readonly string[] pilots = [.. Enumerable.Range(0, 12).Select(number => $"{name}-{number}")];
    private readonly List<Task> pushing = [];
    private readonly RovingClient counting = cluster.Client();
    private volatile bool ended;
    private int acknowledged;
    private int before;

    public async Task Start()
    {
        await counting.MakeNetwork(pilots);
        before = await counting.Count();
        pushing.AddRange(Enumerable.Range(0, Clients).Select(Push));
    }

    /// <summary>Waits until so many more were acknowledged.</summary>
    public async Task More(int count)
    {
        var goal = Volatile.Read(ref acknowledged) + count;
        Assert.True(await Deadline.Comes(async () =>
        {
            if (pushing.Find(each => each.IsFaulted) is { } failed) await failed;
            return Volatile.Read(ref acknowledged) >= goal;
        }, moreWithin), $"Only {acknowledged} of {goal} were acknowledged");
    }

    /// <summary>Ends, and holds what the region counts against what was acknowledged.</summary>
    public async Task EndAndCount()
    {
        ended = true;
        await Task.WhenAll(pushing);
        await Deadline.Equal(before + acknowledged, counting.Count, "the region's count", 30);
    }

    public void Dispose()
    {
        ended = true;
        counting.Dispose();
    }

    private async Task Push(int number)
    {
        using var client = cluster.Client();
        for (var n = 0; !ended; n++)
        {
            await client.Push(pilots[(number + n) % pilots.Length], $"{number}-{n}");
            Interlocked.Increment(ref acknowledged);
        }
    }
}
