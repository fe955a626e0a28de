using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Cluster;

[Collection(OneSilo.Name)]
public sealed class DroppedActivationTests(ClusterFixture cluster)
{
    private readonly Grid grid = cluster.Grid;

    /// <summary>
    /// A municipality that comes back hears from one pilot first; what it says then must not pass for all that it was.
    /// </summary>
    [Fact]
    public async Task A_push_settles_through_a_municipality_that_just_came_back()
    {
        var place = await grid.NewMunicipality();
        var region = await grid.NewRegion(place);
        var pilots = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            pilots.Add(await grid.NewPilot((place, 100)));
            await grid.PushAndSettle(pilots[i], Tonnes("m-1", 1));
        }
        foreach (var pilot in pilots[1..]) await grid.Cluster.DeactivateAsync(grid.Pilot(pilot));
        await grid.Cluster.DeactivateAsync(grid.Municipality(place));

        await grid.PushAndSettle(pilots[0], Tonnes("m-2", 100, "2026-Q2"));

        Assert.Equal(110m, await grid.Region(region).Total());
        Assert.Equal(110m, await grid.Municipality(place).Total());
    }

    /// <summary>Each region comes up, poking its municipality, while the municipality comes up and reports to it.</summary>
    [Fact]
    public async Task A_report_up_and_a_poke_down_never_wait_for_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            var place = await grid.NewMunicipality();
            var region = await grid.NewRegion(place);
            await grid.PushAndSettle(await grid.NewPilot((place, 100)), Tonnes("m-1", 1));
            Assert.Equal(1m, await grid.Region(region).Total());
        }));
    }

    [Fact]
    public async Task Totals_are_right_and_versions_never_go_back_while_activations_are_dropped()
    {
        var (one, other) = (await grid.NewMunicipality(), await grid.NewMunicipality());
        var region = await grid.NewRegion(one, other);
        var pilots = new List<string>();
        for (var i = 0; i < 4; i++) pilots.Add(await grid.NewPilot((one, 50), (other, 50)));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Grid.Cancelled);
        var watching = VersionsSeen(region, stop.Token);

        for (var round = 0; round < 10; round++)
        {
            var push = Push(Tonnes($"m-{round}", 2, $"2026-{round + 1:00}-11"));
            await Task.WhenAll(pilots.Select(pilot => grid.Pilot(pilot).Record(push)));
            await grid.Cluster.DeactivateAsync(round % 2 == 0 ? grid.Municipality(one) : grid.Region(region));
        }
        foreach (var pilot in pilots) await grid.Settle(pilot, 11);
        await stop.CancelAsync();

        Assert.Equal(80m, await grid.Region(region).Total());
        Assert.Equal(40m, await grid.Municipality(one).Total());
        var seen = await watching;
        Assert.NotEmpty(seen);
        Assert.Equal(seen.Order(), seen);
    }

    private async Task<List<long>> VersionsSeen(string region, CancellationToken stop)
    {
        var seen = new List<long>();
        while (!stop.IsCancellationRequested) seen.Add((await Insist(() => grid.Region(region).Sums(Asking()))).Version.Count);
        return seen;
    }
}
