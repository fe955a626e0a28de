using KpiGrid.Tests.Api.Live;
using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Cluster;

/// <summary>Watching regions of a silo that dies.</summary>
public sealed class WatchedSiloTests(TwoSilos cluster) : IClassFixture<TwoSilos>
{
    private readonly Grid grid = cluster.Grid;

    [Fact]
    public async Task Watchers_of_a_silo_that_dies_go_on_where_they_were()
    {
        await using var server = await LiveServer.Start(
            grid, options => options.RenewEvery = TimeSpan.FromMilliseconds(200));
        var places = new List<(string Region, string Pilot, LiveWatcher Watcher)>();
        for (var i = 0; i < 8; i++)
        {
            var place = await grid.NewMunicipality();
            var (region, pilot) = (await grid.NewRegion(place), await grid.NewPilot((place, 100)));
            await grid.PushAndSettle(pilot, Tonnes("m-1", 1));
            places.Add((region, pilot, server.Watch(region)));
        }
        foreach (var (_, _, watcher) in places) await watcher.Shows("1");

        await grid.Cluster.KillSiloAsync(grid.Cluster.Silos[1], Grid.Cancelled);
        foreach (var (_, pilot, _) in places)
            Assert.True(await Deadline.Comes(() => IsRecorded(pilot), TimeSpan.FromSeconds(60)));

        foreach (var (region, _, watcher) in places)
        {
            await watcher.Shows("3", seconds: 60);
            await watcher.Reaches((await grid.Region(region).Sums(Asking())).Version);
            Assert.Equal(0, watcher.Losses);
            await watcher.DisposeAsync();
        }
    }

    private async Task<bool> IsRecorded(string pilot)
    {
        try
        {
            return (await grid.Pilot(pilot).Record(Push(Tonnes("m-2", 2)))).Refusals.Count == 0;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return false;
        }
    }
}
