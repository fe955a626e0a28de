using System.Text;
using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Cluster;

[Collection(OneSilo.Name)]
public sealed class RegistryTests(ClusterFixture cluster)
{
    private readonly Grid grid = cluster.Grid;

    [Fact]
    public async Task The_same_facts_again_change_nothing()
    {
        var id = await grid.NewRegion();

        var again = await grid.Registry($"region/{id}").Put(Grid.Change(Grid.RegionOf()));

        Assert.True(again.Repeated);
        Assert.Equal(1, again.Entry!.Head);
    }

    [Fact]
    public async Task A_change_is_made_only_on_the_head_it_names()
    {
        var place = await grid.NewMunicipality();
        var region = grid.Registry($"region/{await grid.NewRegion()}");
        var changed = Grid.RegionOf(place);

        var late = await region.Put(Grid.Change(changed, ifMatch: 7));
        var timely = await Grid.Accepted(region.Put(Grid.Change(changed, ifMatch: 1)));

        Assert.Equal((412, "not-the-head"), (late.Status, Assert.Single(late.Problems).Code));
        Assert.Equal(2, timely.Head);
        Assert.Equal(2, (await region.Read(null))!.Head);
    }

    [Fact]
    public async Task A_change_needs_a_reason_and_a_beginning_does_not()
    {
        var place = await grid.NewMunicipality();
        var region = grid.Registry($"region/{Grid.NewId("region")}");
        await Grid.Accepted(region.Put(Grid.Change(Grid.RegionOf(), reason: null)));

        var silent = await region.Put(Grid.Change(Grid.RegionOf(place), reason: " "));

        Assert.Equal((422, "reason-required"), (silent.Status, Assert.Single(silent.Problems).Code));
    }

    [Fact]
    public async Task The_kind_of_a_KPI_is_fixed()
    {
        var code = Grid.NewId("KPI").ToUpperInvariant();
        var facts = StarterCatalogue.Kpis[KpiCode.Parse(Kpi)];
        await Grid.Accepted(grid.Registry($"kpi/{code}").Put(Grid.Change(facts)));

        var refused = await grid.Registry($"kpi/{code}").Put(Grid.Change(facts with { Kind = KpiKind.Stock }));

        Assert.Equal((409, "kind-fixed"), (refused.Status, Assert.Single(refused.Problems).Code));
    }

    [Fact]
    public async Task A_region_of_unknown_municipalities_is_refused()
    {
        var refused = await grid.Registry($"region/{Grid.NewId("region")}").Put(Grid.Change(Grid.RegionOf("DK-NONE")));

        Assert.Equal((422, "municipality-unknown"), (refused.Status, Assert.Single(refused.Problems).Code));
    }

    [Fact]
    public async Task Facts_that_leave_a_measurement_without_a_share_are_refused()
    {
        var (one, other) = (await grid.NewMunicipality(), await grid.NewMunicipality());
        var pilot = await grid.NewPilot((one, 50), (other, 50));
        await grid.PushAndSettle(pilot, Tonnes("m-1", 10, municipality: other));

        var refused = await grid.Pilot(pilot).Put(Grid.Change(Grid.PilotOf((one, 100))));

        Assert.Equal((409, "measurement-without-share"), (refused.Status, Assert.Single(refused.Problems).Code));
        Assert.Equal(10m, await grid.Municipality(other).Total());
    }

    [Fact]
    public async Task A_pilots_facts_change_with_a_reason_on_the_head_they_name()
    {
        var place = await grid.NewMunicipality();
        var pilot = grid.Pilot(await grid.NewPilot((place, 100)));
        var renamed = Grid.PilotOf((place, 100)) with { Name = "Renamed" };

        Assert.Equal(412, (await pilot.Put(Grid.Change(renamed, ifMatch: 5))).Status);
        Assert.Equal("reason-required", Assert.Single((await pilot.Put(Grid.Change(renamed, reason: null))).Problems).Code);
        Assert.Equal(2, (await Grid.Accepted(pilot.Put(Grid.Change(renamed, ifMatch: 1)))).Head);
        Assert.True((await pilot.Put(Grid.Change(renamed))).Repeated);
    }

    [Fact]
    public async Task Unreadable_facts_fail_their_sender_and_nobody_else()
    {
        var place = await grid.NewMunicipality();
        var pilot = grid.Pilot(await grid.NewPilot((place, 100)));
        var unreadable = new RegistryChange { Facts = Encoding.UTF8.GetBytes("{\"nam"), Author = "actor-1" };

        await Assert.ThrowsAnyAsync<Exception>(() => pilot.Put(unreadable).WaitAsync(TimeSpan.FromSeconds(5), Grid.Cancelled));
        var answer = await pilot.Record(Push(Tonnes("m-1", 10))).WaitAsync(TimeSpan.FromSeconds(5), Grid.Cancelled);

        Assert.Empty(answer.Refusals);
    }

    [Fact]
    public async Task Nouns_are_listed_in_pages()
    {
        var regions = new List<string> { await grid.NewRegion(), await grid.NewRegion(), await grid.NewRegion() };
        var list = grid.Cluster.Client.GetGrain<IRegistryListGrain>(0);
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = await list.List("region", after, 2);
            Assert.True(page.Items.Count <= 2);
            found.AddRange(page.Items.Select(item => item.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(found.Order(StringComparer.Ordinal), found);
        Assert.Empty(regions.Except(found));
    }
}
