using System.Net.Sockets;
using System.Text;
using KpiGrid.Tests.Cluster;
using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Api.Live;

/// <summary>A thousand watchers of one region, two hundred of whom never read.</summary>
[Collection(nameof(WatchersAlone))]
public sealed class ManyWatchersTests(ClusterFixture cluster, ITestOutputHelper output)
{
    private const int Reading = 800;
    private const int Stalled = 200;
    private const int Pushes = 200;
    private const long GrowthMaxBytes = 128 * 1_024 * 1_024;

    private readonly Grid grid = cluster.Grid;

    [Fact]
    public async Task Who_never_reads_costs_nobody_else_the_truth()
    {
        var place = await grid.NewMunicipality();
        var (region, pilot) = (await grid.NewRegion(place), await grid.NewPilot((place, 100)));
        await using var server = await LiveServer.Start(grid, options => options.ViewersMax = Reading + Stalled);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var stalled = await Stall(server, region);
        var watchers = Enumerable.Range(0, Reading).Select(_ => server.Watch(region)).ToList();
        foreach (var watcher in watchers) await watcher.Shows("", seconds: 60);

        for (var i = 0; i < Pushes; i++)
            Assert.Empty((await grid.Pilot(pilot).Record(Push(Tonnes($"m-{i}", 1)))).Refusals);
        await grid.Settle(pilot, Pushes + 1);
        var truth = (await grid.Region(region).Sums(Asking())).Version;
        foreach (var watcher in watchers)
        {
            await watcher.Shows($"{Pushes}", seconds: 60);
            await watcher.Reaches(truth);
            Assert.Equal(0, watcher.Losses);
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{growth >> 20} MiB more for {Reading} who read and {Stalled} who do not, "
            + $"{watchers.Average(watcher => watcher.Events):F1} events each");
        Assert.InRange(growth, long.MinValue, GrowthMaxBytes);
        foreach (var socket in stalled) socket.Dispose();
        foreach (var watcher in watchers) await watcher.DisposeAsync();
    }

    /// <summary>Asks for a snapshot of more than a megabyte over the smallest of windows, and reads none of it.</summary>
    private static async Task<List<Socket>> Stall(LiveServer server, string region)
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET /v1/regions/{region}/live?kpi={Cluster.Pushes.Kpi}&kpi=MAT-REU&kpi=CDW-DIV&kpi=EVT-N&kpi=BANK-IN&by=day"
            + "&from=2024-03-01&to=2026-11-01 HTTP/1.1\r\nHost: kpigrid\r\n\r\n");
        var sockets = new List<Socket>();
        for (var i = 0; i < Stalled; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            {
                ReceiveBufferSize = 2_048,
            };
            await socket.ConnectAsync(server.Http.BaseAddress!.Host, server.Http.BaseAddress.Port, Grid.Cancelled);
            await socket.SendAsync(request, Grid.Cancelled);
            sockets.Add(socket);
        }
        return sockets;
    }
}

/// <summary>Runs alone: it measures the memory of the whole process.</summary>
[CollectionDefinition(nameof(WatchersAlone), DisableParallelization = true)]
public sealed class WatchersAlone : ICollectionFixture<ClusterFixture>;
