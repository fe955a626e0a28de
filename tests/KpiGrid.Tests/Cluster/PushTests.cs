using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Cluster;

[Collection(OneSilo.Name)]
public sealed class PushTests(ClusterFixture cluster)
{
    private readonly Grid grid = cluster.Grid;

    [Fact]
    public async Task A_push_gets_a_receipt_and_reaches_every_level()
    {
        var place = await grid.NewMunicipality();
        var region = await grid.NewRegion(place);
        var pilot = await grid.NewPilot((place, 100));

        var answer = await grid.PushAndSettle(pilot, Tonnes("m-1", 12.5m), Tonnes("m-2", 7.5m, "2026-Q2"));

        Assert.Equal(["m-1", "m-2"], answer.Receipts.Select(receipt => receipt.Id.Value));
        Assert.All(answer.Receipts, receipt =>
            Assert.Equal((2, 1, false), (receipt.Sequence, receipt.Revision, receipt.Repeated)));
        Assert.Equal(20m, await grid.Pilot(pilot).Total());
        Assert.Equal(20m, await grid.Municipality(place).Total());
        Assert.Equal(20m, await grid.Region(region).Total());
    }

    [Fact]
    public async Task A_repeated_measurement_gets_the_same_receipt()
    {
        var place = await grid.NewMunicipality();
        var pilot = await grid.NewPilot((place, 100));
        var first = await grid.PushAndSettle(pilot, Tonnes("m-1", 10));

        var again = await grid.PushAndSettle(pilot, Tonnes("m-1", 10));

        Assert.Equal(first.Receipts[0] with { Repeated = true }, again.Receipts[0]);
        Assert.Equal(10m, await grid.Municipality(place).Total());
    }

    [Fact]
    public async Task Other_content_under_a_known_id_is_a_conflict_and_stores_nothing()
    {
        var place = await grid.NewMunicipality();
        var pilot = await grid.NewPilot((place, 100));
        await grid.PushAndSettle(pilot, Tonnes("m-1", 10));

        var refused = await grid.Pilot(pilot).Record(Push(Tonnes("m-2", 5, "2026-Q2"), Tonnes("m-1", 11)));

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal((1, 409, "id-conflict"), (refusal.Index, refusal.Status, refusal.Problem.Code));
        Assert.Null(refused.Token);
        Assert.Equal(10m, await grid.Pilot(pilot).Total());
        Assert.Equal(2, (await grid.Journal.Head($"pilot/{pilot}", Grid.Cancelled)).Sequence);
    }

    [Fact]
    public async Task A_dry_run_answers_and_stores_nothing()
    {
        var place = await grid.NewMunicipality();
        var pilot = await grid.NewPilot((place, 100));

        var answer = await grid.Pilot(pilot).Record(Push(Tonnes("m-1", 10)) with { DryRun = true });

        var receipt = Assert.Single(answer.Receipts);
        Assert.Equal((0, false), (receipt.Sequence, receipt.Repeated));
        Assert.Null(answer.Token);
        Assert.Equal(0m, await grid.Pilot(pilot).Total());
        Assert.Equal(1, (await grid.Journal.Head($"pilot/{pilot}", Grid.Cancelled)).Sequence);
    }

    [Fact]
    public async Task A_push_to_no_pilot_is_refused()
    {
        var refused = await grid.Pilot(Grid.NewId("pilot")).Record(Push(Tonnes("m-1", 10)));

        Assert.Equal(404, Assert.Single(refused.Refusals).Status);
    }

    [Fact]
    public async Task A_hundred_repeats_at_once_are_one_measurement()
    {
        var place = await grid.NewMunicipality();
        var pilot = await grid.NewPilot((place, 100));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(_ => grid.Pilot(pilot).Record(Push(Tonnes("m-1", 10)))));

        Assert.Single(answers, answer => !answer.Receipts[0].Repeated);
        Assert.All(answers, answer => Assert.Equal(2, answer.Receipts[0].Sequence));
        Assert.All(answers, answer => Assert.Equal(2, answer.Token!.Value.Sequence));
        Assert.Equal(10m, await grid.Pilot(pilot).Total());
    }
}
