using KpiGrid.Tests.Cluster;
using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Api.Live;

/// <summary>Watching a region through a real server and a real connection.</summary>
[Collection(OneSilo.Name)]
public sealed class LiveTests(ClusterFixture cluster)
{
    private readonly Grid grid = cluster.Grid;

    [Fact]
    public async Task A_watcher_sees_a_push()
    {
        var (region, pilot) = await New();
        await grid.PushAndSettle(pilot, Tonnes("m-1", 160));
        await using var server = await LiveServer.Start(grid);
        await using var watcher = server.Watch(region);
        await watcher.Shows("160");
        Assert.Equal("", watcher.Value("2026-Q4"));

        await grid.PushAndSettle(pilot, Tonnes("m-2", 1.25m));
        await watcher.Shows("161.25");
        await grid.CorrectAndSettle(pilot, Correct("m-1", 2, RevisionKind.Withdrawal));
        await watcher.Shows("1.25");

        Assert.Equal(3, watcher.Events);
        await watcher.Reaches(await Version(region));
    }

    [Fact]
    public async Task Every_change_builds_on_the_event_before()
    {
        var (one, other) = (await grid.NewMunicipality(), await grid.NewMunicipality());
        var region = await grid.NewRegion(one, other);
        var pilots = new List<string>();
        for (var i = 0; i < 5; i++) pilots.Add(await grid.NewPilot((one, 50), (other, 50)));
        await using var server = await LiveServer.Start(grid);
        await using var watcher = server.Watch(region);

        await Task.WhenAll(pilots.Select(async pilot =>
        {
            for (var i = 0; i < 40; i++) await grid.Pilot(pilot).Record(Push(Tonnes($"m-{i}", 1)));
        }));
        foreach (var pilot in pilots) await grid.Settle(pilot, 41);

        await watcher.Shows("200");
        await watcher.Reaches(await Version(region));
    }

    [Fact]
    public async Task Who_comes_again_begins_where_he_was_or_later()
    {
        var (region, pilot) = await New();
        await grid.PushAndSettle(pilot, Tonnes("m-1", 1));
        await using var server = await LiveServer.Start(grid);
        string seen;
        await using (var watcher = server.Watch(region))
        {
            await watcher.Shows("1");
            seen = watcher.Version;
        }
        await grid.PushAndSettle(pilot, Tonnes("m-2", 2));

        await using var again = server.Watch(region, seen);

        await again.Shows("3");
        await again.Reaches(await Version(region));
    }

    [Fact]
    public async Task Who_is_ahead_waits_for_the_region()
    {
        var (region, pilot) = await New();
        await grid.PushAndSettle(pilot, Tonnes("m-1", 1));
        var version = await Version(region);
        await using var server = await LiveServer.Start(grid);
        await using var other = server.Watch(region);
        await using var ahead = server.Watch(region, (version with { Count = version.Count + 2 }).ToString());
        await other.Shows("1");
        await grid.PushAndSettle(pilot, Tonnes("m-2", 1));
        await other.Shows("2");
        Assert.Equal(0, ahead.Events);

        await grid.PushAndSettle(pilot, Tonnes("m-3", 1));

        await ahead.Shows("3");
    }

    [Fact]
    public async Task A_region_that_is_dropped_while_it_is_watched_goes_on_where_it_was()
    {
        var (region, pilot) = await New();
        await using var server = await LiveServer.Start(grid, options => options.RenewEvery = TimeSpan.FromMilliseconds(200));
        await using var watcher = server.Watch(region);
        for (var i = 1; i <= 10; i++)
        {
            await grid.Pilot(pilot).Record(Push(Tonnes($"m-{i}", 1)));
            await grid.Cluster.DeactivateAsync(grid.Region(region));
            await watcher.Shows($"{i}");
        }
        await watcher.Reaches(await Version(region));
        Assert.Equal(0, watcher.Losses);
    }

    [Fact]
    public async Task A_definition_of_members_moves_what_is_shown()
    {
        var (region, pilot) = await New();
        await grid.PushAndSettle(pilot, Tonnes("m-1", 4));
        await using var server = await LiveServer.Start(grid);
        await using var watcher = server.Watch(region);
        await watcher.Shows("4");

        await Grid.Accepted(grid.Registry($"region/{region}").Put(Grid.Change(Grid.RegionOf(await grid.NewMunicipality()))));

        await watcher.Shows("");
    }

    private async Task<(string Region, string Pilot)> New()
    {
        var place = await grid.NewMunicipality();
        return (await grid.NewRegion(place), await grid.NewPilot((place, 100)));
    }

    private async Task<NodeVersion> Version(string region) => (await grid.Region(region).Sums(Asking())).Version;
}
