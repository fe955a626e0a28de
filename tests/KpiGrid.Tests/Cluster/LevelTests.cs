using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Cluster;

/// <summary>What corrections, shares and overlaps do to every level.</summary>
[Collection(OneSilo.Name)]
public sealed class LevelTests(ClusterFixture cluster)
{
    private readonly Grid grid = cluster.Grid;

    [Fact]
    public async Task A_correction_a_withdrawal_and_a_restore_move_every_level()
    {
        var place = await grid.NewMunicipality();
        var region = await grid.NewRegion(place);
        var pilot = await grid.NewPilot((place, 100));
        await grid.PushAndSettle(pilot, Tonnes("m-1", 120), Tonnes("m-2", 1, "2026-Q2"));

        await grid.CorrectAndSettle(pilot, Correct("m-1", 2, RevisionKind.Correction, Tonnes("m-1", 102)));
        await AssertLevels(103m, pilot, place, region);

        await grid.CorrectAndSettle(pilot, Correct("m-1", 3, RevisionKind.Withdrawal));
        await AssertLevels(1m, pilot, place, region);

        await grid.CorrectAndSettle(pilot, Correct("m-1", 4, RevisionKind.Restore));
        await AssertLevels(103m, pilot, place, region);
    }

    [Fact]
    public async Task A_joint_pilot_counts_once_in_overlapping_regions()
    {
        var places = await Five();
        var (province, network) = (await grid.NewRegion(places), await grid.NewRegion(places));
        var (pilot, _) = await JointPilots(places);

        foreach (var (place, total) in places.Zip([60m, 30m, 42m, 18m, 10m]))
            Assert.Equal(total, await grid.Municipality(place).Total());
        Assert.Equal(160m, await grid.Region(province).Total());
        Assert.Equal(160m, await grid.Region(network).Total());
        Assert.Equal(120m, await grid.Pilot(pilot).Total());
    }

    [Fact]
    public async Task A_correction_is_split_as_the_whole_was_and_the_past_stays_readable()
    {
        var places = await Five();
        var region = await grid.NewRegion(places);
        var (pilot, asOf) = await JointPilots(places);

        await grid.CorrectAndSettle(pilot, Correct("p1", 2, RevisionKind.Correction, Tonnes("p1", 102)));

        foreach (var (place, total) in places.Zip([55.5m, 25.5m, 35.7m, 15.3m, 10m]))
            Assert.Equal(total, await grid.Municipality(place).Total());
        Assert.Equal(142m, await grid.Region(region).Total());
        var past = await grid.Stream(pilot, Kpi).SumsAsOf(Asking(), asOf, null);
        Assert.Equal(120m, past.Total());
        Assert.Equal(past.Parts.Select(part => part.Key), places[..4].Order(StringComparer.Ordinal));
        Assert.Equal([18m, 30m, 30m, 42m], past.Parts.Select(part => part.Periods.Total()).Order());
    }

    [Fact]
    public async Task Shares_that_change_move_what_each_municipality_gets()
    {
        var (one, other) = (await grid.NewMunicipality(), await grid.NewMunicipality());
        var region = await grid.NewRegion(one, other);
        var pilot = await grid.NewPilot((one, 60), (other, 40));
        await grid.PushAndSettle(pilot, Tonnes("m-1", 100));

        var entry = await Grid.Accepted(grid.Pilot(pilot).Put(Grid.Change(Grid.PilotOf((one, 50), (other, 50)))));
        await grid.Settle(pilot, entry.Head);

        Assert.Equal(50m, await grid.Municipality(one).Total());
        Assert.Equal(50m, await grid.Municipality(other).Total());
        Assert.Equal(100m, await grid.Region(region).Total());
    }

    [Fact]
    public async Task A_municipality_that_joins_or_leaves_moves_the_region()
    {
        var (one, other) = (await grid.NewMunicipality(), await grid.NewMunicipality());
        var region = await grid.NewRegion(one);
        foreach (var place in (string[])[one, other])
            await grid.PushAndSettle(await grid.NewPilot((place, 100)), Tonnes("m-1", 10));
        Assert.Equal(10m, await grid.Region(region).Total());

        await Grid.Accepted(grid.Registry($"region/{region}").Put(Grid.Change(Grid.RegionOf(one, other))));
        await Deadline.Equal(20m, () => grid.Region(region).Total(), "the region with both");

        await Grid.Accepted(grid.Registry($"region/{region}").Put(Grid.Change(Grid.RegionOf(other))));
        await Deadline.Equal(10m, () => grid.Region(region).Total(), "the region without the first");
    }

    [Fact]
    public async Task The_lines_of_an_explanation_add_up_to_the_total()
    {
        var (one, other) = (await grid.NewMunicipality(), await grid.NewMunicipality());
        var pilot = await grid.NewPilot((one, 33), (other, 67));
        await grid.PushAndSettle(pilot,
            Tonnes("m-1", 10), Tonnes("m-2", 0.1m, "2026-Q2"), Tonnes("m-3", 7.77m, "2026-Q3", other));

        var explained = await grid.Stream(pilot, Kpi).Explain(new() { Days = Year });

        Assert.Equal(["m-1", "m-2", "m-3"], explained.Lines.Select(line => line.Entry.Sent.Id.Value).Order());
        foreach (var place in (string[])[one, other])
            Assert.Equal(await grid.Municipality(place).Total(), explained.Lines.SelectMany(line => line.Parts)
                .Where(part => part.Municipality?.Value == place).Sum(part => part.A.ToDecimal()));
    }

    private async Task<string[]> Five()
    {
        var places = new List<string>();
        for (var i = 0; i < 5; i++) places.Add(await grid.NewMunicipality());
        return [.. places];
    }

    /// <summary>Golden example G1: a joint pilot of 120 t, and two pilots of one municipality each.</summary>
    private async Task<(string Joint, DateTimeOffset AsOf)> JointPilots(string[] places)
    {
        var joint = await grid.NewPilot((places[0], 25), (places[1], 25), (places[2], 35), (places[3], 15));
        await grid.PushAndSettle(joint, Tonnes("p1", 120));
        await grid.PushAndSettle(await grid.NewPilot((places[0], 100)), Tonnes("p2", 30));
        await grid.PushAndSettle(await grid.NewPilot((places[4], 100)), Tonnes("p3", 10));
        grid.Time.Advance(TimeSpan.FromMinutes(1));
        var asOf = grid.Time.GetUtcNow();
        grid.Time.Advance(TimeSpan.FromMinutes(1));
        return (joint, asOf);
    }

    private async Task AssertLevels(decimal total, string pilot, string place, string region)
    {
        Assert.Equal(total, await grid.Pilot(pilot).Total());
        Assert.Equal(total, await grid.Municipality(place).Total());
        Assert.Equal(total, await grid.Region(region).Total());
    }
}
