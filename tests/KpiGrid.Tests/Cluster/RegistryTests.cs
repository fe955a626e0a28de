using System.Text;
using System.Text.Json;
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
    public async Task A_change_sent_again_is_repeated_though_its_head_is_behind()
    {
        var (one, other) = (await grid.NewMunicipality(), await grid.NewMunicipality());
        var region = grid.Registry($"region/{await grid.NewRegion()}");
        var first = await Grid.Accepted(region.Put(Grid.Change(Grid.RegionOf(one), ifMatch: 1)));
        await Grid.Accepted(region.Put(Grid.Change(Grid.RegionOf(one, other), ifMatch: 2)));

        var again = await region.Put(Grid.Change(Grid.RegionOf(one), ifMatch: 1));
        var another = await region.Put(Grid.Change(Grid.RegionOf(other), ifMatch: 1));

        Assert.True(again.Repeated);
        Assert.Equal((first.Head, first.RecordedAt), (again.Entry!.Head, again.Entry.RecordedAt));
        Assert.Equal(412, another.Status);
        Assert.Equal(3, (await region.Read(null))!.Head);
    }

    [Fact]
    public async Task A_pilots_change_sent_again_is_repeated_though_its_head_is_behind()
    {
        var place = await grid.NewMunicipality();
        var id = await grid.NewPilot((place, 100));
        var (pilot, renamed) = (grid.Pilot(id), Grid.PilotOf((place, 100)) with { Name = "Renamed" });
        await grid.PushAndSettle(id, Tonnes("m-1", 10));
        var first = await Grid.Accepted(pilot.Put(Grid.Change(renamed, ifMatch: 1)));
        await Grid.Accepted(pilot.Put(Grid.Change(renamed with { Name = "Once more" }, ifMatch: 3)));

        var again = await pilot.Put(Grid.Change(renamed, ifMatch: 1));

        Assert.True(again.Repeated);
        Assert.Equal((3, first.RecordedAt), (again.Entry!.Head, again.Entry.RecordedAt));
        Assert.Equal(412, (await pilot.Put(Grid.Change(renamed with { Name = "Else" }, ifMatch: 1))).Status);
        Assert.Equal("Once more", JsonSerializer.Deserialize<PilotFacts>((await pilot.Read())!.Facts, KpiGridJson.Options)!.Name);
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
