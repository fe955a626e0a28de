using KpiGrid.Silo.Journal;
using Orleans.Storage;
using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Cluster;

/// <summary>What a crash between commit and report leaves behind, and who brings it up.</summary>
public sealed class SweepTests
{
    [Fact]
    public async Task A_record_that_nobody_reported_reaches_the_region_without_traffic()
    {
        var journal = new MemoryJournal();
        await using var grid = await Grid.Start(1, TimeSpan.FromMilliseconds(100), silo => silo.AddJournal(_ => journal));
        var (pilot, region) = await Begin(grid);

        await Rival.Pushes(journal, pilot, "behind", 7);

        await Deadline.Equal(17m, () => grid.Region(region).Total(), "the region");
    }

    /// <summary>Teeth of the test above. A silo that starts sweeps once in any case, on a busy machine perhaps only after the first
    /// record; so one of three must stay below.</summary>
    [Fact]
    public async Task Without_the_sweep_a_record_that_nobody_reported_stays_below()
    {
        var journal = new MemoryJournal();
        await using var grid = await Grid.Start(1, TimeSpan.FromHours(1), silo => silo.AddJournal(_ => journal));
        var (pilot, region) = await Begin(grid);

        foreach (var (id, total) in new[] { ("first", 17m), ("second", 24m), ("third", 31m) })
        {
            await Rival.Pushes(journal, pilot, id, 7);
            if (!await Deadline.Comes(async () => await grid.Region(region).Total() == total, TimeSpan.FromSeconds(2))) return;
        }
        Assert.Fail("Records come up without the sweep");
    }

    [Fact]
    public async Task Reports_that_were_lost_are_asked_for_again_until_they_arrive()
    {
        var (journal, lost) = (new MemoryJournal(), new LostReports());
        await using var grid = await Grid.Start(1, TimeSpan.FromMilliseconds(100), silo =>
        {
            silo.AddJournal(_ => journal);
            silo.AddIncomingGrainCallFilter(lost);
        });
        var (pilot, region) = await Begin(grid);

        lost.Losing = true;
        await grid.Pilot(pilot).Record(Push(Tonnes("m-2", 5)));
        Assert.True(await Deadline.Comes(() => Task.FromResult(lost.Count > 3), TimeSpan.FromSeconds(10)));
        lost.Losing = false;

        await Deadline.Equal(15m, () => grid.Region(region).Total(), "the region");
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)] // teeth: a store without the fence counts it twice
    public async Task Two_writers_of_one_pilot_count_a_measurement_once_where_the_store_is_fenced(bool fenced, int count)
    {
        var memory = new MemoryJournal();
        var journal = new FaultJournal(memory, memory, fenced);
        await using var grid = await Grid.Start(1, TimeSpan.FromMilliseconds(100), silo => silo.AddJournal(_ => journal));
        var (pilot, _) = await Begin(grid);
        journal.Plan($"pilot/{pilot}", new() { Meanwhile = () => Rival.Pushes(memory, pilot, "both", 7) });

        try
        {
            await grid.Pilot(pilot).Record(Push(Tonnes("both", 7)));
        }
        catch (InconsistentStateException) when (fenced)
        {
            Assert.True((await grid.Pilot(pilot).Record(Push(Tonnes("both", 7)))).Receipts[0].Repeated);
        }

        Assert.Equal(count, await Rival.Count(journal, pilot, "both"));
    }

    private static async Task<(string Pilot, string Region)> Begin(Grid grid)
    {
        var place = await grid.NewMunicipality();
        var region = await grid.NewRegion(place);
        var pilot = await grid.NewPilot((place, 100));
        await grid.PushAndSettle(pilot, Tonnes("m-1", 10, "2026-Q2"));
        Assert.Equal(10m, await grid.Region(region).Total());
        return (pilot, region);
    }
}

/// <summary>Loses every report while told to.</summary>
internal sealed class LostReports : IIncomingGrainCallFilter
{
    private int count;

    public bool Losing { get; set; }

    public int Count => Volatile.Read(ref count);

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (!Losing || context.MethodName != nameof(IMunicipalityGrain.Report)) return context.Invoke();
        Interlocked.Increment(ref count);
        throw new IOException("Lost on the way");
    }
}
