using KpiGrid.Silo.Journal;
using Orleans.Storage;
using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Cluster;

[Collection(FailingStore.Name)]
public sealed class StoreFaultTests(FaultFixture cluster)
{
    private readonly Grid grid = cluster.Grid;
    private readonly FaultJournal journal = cluster.Journal;

    [Theory]
    [InlineData(true, false, 2)]
    [InlineData(false, true, 2)]
    public async Task A_retry_after_a_failed_append_is_one_measurement(bool before, bool after, long sequence)
    {
        var (pilot, place, region) = await Begin();
        var activation = Activation(pilot);
        journal.Plan($"pilot/{pilot}", new() { BeforeCommit = before, AfterCommit = after });

        await Assert.ThrowsAsync<JournalUnavailableException>(() => grid.Pilot(pilot).Record(Push(Tonnes("m-1", 10))));
        var retried = await grid.PushAndSettle(pilot, Tonnes("m-1", 10));

        Assert.Equal((sequence, after), (retried.Receipts[0].Sequence, retried.Receipts[0].Repeated));
        Assert.NotEqual(activation, Activation(pilot));
        await AssertOnce(pilot, place, region, 10m);
    }

    [Fact]
    public async Task A_lost_fence_drops_the_activation_and_a_retry_is_one_measurement()
    {
        var (pilot, place, region) = await Begin();
        var activation = Activation(pilot);
        journal.Plan($"pilot/{pilot}", new() { Meanwhile = () => Rival.Pushes(journal.Behind, pilot, "rival", 5) });

        await Assert.ThrowsAsync<InconsistentStateException>(() => grid.Pilot(pilot).Record(Push(Tonnes("m-1", 10, "2026-Q2"))));
        var retried = await grid.PushAndSettle(pilot, Tonnes("m-1", 10, "2026-Q2"));

        Assert.Equal((3, false), (retried.Receipts[0].Sequence, retried.Receipts[0].Repeated));
        Assert.NotEqual(activation, Activation(pilot));
        await AssertOnce(pilot, place, region, 15m);
    }

    [Fact]
    public async Task A_hundred_repeats_while_the_append_hangs_are_one_record()
    {
        var (pilot, place, region) = await Begin();
        var held = journal.Plan($"pilot/{pilot}", new() { Holds = true });
        var first = grid.Pilot(pilot).Record(Push(Tonnes("m-1", 10)));
        await held.Arrived;

        var repeats = Enumerable.Range(0, 100).Select(_ => grid.Pilot(pilot).Record(Push(Tonnes("m-1", 10)))).ToList();
        await grid.Pilot(pilot).Read();
        Assert.All(repeats, repeat => Assert.False(repeat.IsCompleted));
        held.Release();

        Assert.False((await first).Receipts[0].Repeated);
        foreach (var repeat in await Task.WhenAll(repeats))
            Assert.Equal((2, true), (repeat.Receipts[0].Sequence, repeat.Receipts[0].Repeated));
        Assert.Equal(2, (await journal.Head($"pilot/{pilot}", Grid.Cancelled)).Sequence);
        await grid.Settle(pilot, 2);
        await AssertOnce(pilot, place, region, 10m);
    }

    [Fact]
    public async Task A_repeat_of_an_append_that_fails_fails_with_it()
    {
        var (pilot, _, _) = await Begin();
        var held = journal.Plan($"pilot/{pilot}", new() { Holds = true, BeforeCommit = true });
        var first = grid.Pilot(pilot).Record(Push(Tonnes("m-1", 10)));
        await held.Arrived;
        var repeat = grid.Pilot(pilot).Record(Push(Tonnes("m-1", 10)));
        // Its turn is several turns long: a single read may come between them.
        for (var turns = 0; turns < 100; turns++) await grid.Pilot(pilot).Read();

        held.Release();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => first);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => repeat);
        Assert.Equal(0, await Rival.Count(journal, pilot, "m-1"));
    }

    [Fact]
    public async Task A_repeat_in_the_same_record_gets_a_token_that_contains_it()
    {
        var (pilot, _, _) = await Begin();
        var held = journal.Plan($"pilot/{pilot}", new() { Holds = true });
        var first = grid.Pilot(pilot).Record(Push(Tonnes("m-1", 10)));
        await held.Arrived;
        var together = Enumerable.Range(0, 3)
            .Select(_ => grid.Pilot(pilot).Record(Push(Tonnes("m-2", 1, "2026-Q2")))).ToList();
        await grid.Pilot(pilot).Read();
        held.Release();
        await first;

        foreach (var answer in await Task.WhenAll(together))
            Assert.Equal((3, 3), (answer.Receipts[0].Sequence, answer.Token!.Value.Sequence));
    }

    private async Task<(string Pilot, string Place, string Region)> Begin()
    {
        var place = await grid.NewMunicipality();
        var region = await grid.NewRegion(place);
        return (await grid.NewPilot((place, 100)), place, region);
    }

    private string Activation(string pilot)
    {
        Assert.True(grid.Cluster.TryGetGrainContext(grid.Pilot(pilot).GetGrainId(), out var context));
        return context.ActivationId.ToString();
    }

    private async Task AssertOnce(string pilot, string place, string region, decimal total)
    {
        Assert.Equal(1, await Rival.Count(journal, pilot, "m-1"));
        Assert.Equal(total, await grid.Pilot(pilot).Total());
        Assert.Equal(total, await grid.Municipality(place).Total());
        Assert.Equal(total, await grid.Region(region).Total());
    }
}
