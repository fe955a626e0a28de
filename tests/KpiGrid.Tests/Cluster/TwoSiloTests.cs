using KpiGrid.Silo.Journal;
using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Cluster;

/// <summary>Two silos on one journal.</summary>
public sealed class TwoSilos : IAsyncLifetime
{
    internal Grid Grid { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var journal = new MemoryJournal();
        Grid = await Grid.Start(2, TimeSpan.FromMilliseconds(500), silo => silo.AddJournal(_ => journal));
    }

    public ValueTask DisposeAsync() => Grid.DisposeAsync();
}

public sealed class TwoSiloTests(TwoSilos cluster) : IClassFixture<TwoSilos>
{
    private readonly Grid grid = cluster.Grid;

    [Fact]
    public async Task What_one_silo_has_just_put_the_other_knows()
    {
        for (var i = 0; i < 10; i++)
        {
            var place = await grid.NewMunicipality();
            var region = await grid.NewRegion(place);
            var pilot = await grid.NewPilot((place, 100));
            await grid.PushAndSettle(pilot, Tonnes("m-1", 3));
            await Deadline.Equal(3m, () => grid.Region(region).Total(), "the region");
        }
    }

    [Fact]
    public async Task A_killed_silo_loses_nothing_and_doubles_nothing()
    {
        var (one, other) = (await grid.NewMunicipality(), await grid.NewMunicipality());
        var region = await grid.NewRegion(one, other);
        var pilots = new List<string>();
        for (var i = 0; i < 8; i++) pilots.Add(await grid.NewPilot((one, 50), (other, 50)));
        var pushing = pilots.Select(PushAll).ToList();
        await Deadline.Comes(async () => await grid.Pilot(pilots[0]).Total() > 2, TimeSpan.FromSeconds(10));

        await grid.Cluster.KillSiloAsync(grid.Cluster.Silos[1], Grid.Cancelled);
        await Task.WhenAll(pushing);

        await Deadline.Equal(160m, () => grid.Region(region).Total(), "the region", seconds: 30);
        Assert.Equal(80m, await grid.Municipality(one).Total());
        foreach (var pilot in pilots)
            for (var i = 0; i < 20; i++) Assert.Equal(1, await Rival.Count(grid.Journal, pilot, $"m-{i}"));
    }

    private async Task PushAll(string pilot)
    {
        for (var i = 0; i < 20; i++)
        {
            var push = Push(Tonnes($"m-{i}", 1, $"2026-{i % 10 + 1:00}-{i / 10 + 1:00}"));
            Assert.True(await Deadline.Comes(() => Sent(pilot, push), TimeSpan.FromSeconds(60)));
        }
    }

    private async Task<bool> Sent(string pilot, Push push)
    {
        try
        {
            return (await grid.Pilot(pilot).Record(push)).Refusals.Count == 0;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return false;
        }
    }
}
