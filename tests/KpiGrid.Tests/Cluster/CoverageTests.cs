using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Cluster;

/// <summary>Golden example G9: five municipalities are expected; the fifth reports zero, or says nothing.</summary>
[Collection(OneSilo.Name)]
public sealed class CoverageTests(ClusterFixture cluster)
{
    private readonly Grid grid = cluster.Grid;

    [Fact]
    public async Task A_reported_zero_is_five_of_five_and_silence_four_of_five()
    {
        var (region, pilots) = await Five();
        foreach (var pilot in pilots[..4]) await grid.PushAndSettle(pilot, Tonnes("m-1", 10, "2026"));
        var silent = await Coverage(region);

        await grid.PushAndSettle(pilots[4], Tonnes("m-1", 0, "2026"));

        Assert.Equal((4, 5), silent);
        Assert.Equal((5, 5), await Coverage(region));
        Assert.Equal(40m, await grid.Region(region).Total());
    }

    [Fact]
    public async Task A_withdrawn_zero_is_silence_again()
    {
        var (region, pilots) = await Five();
        foreach (var pilot in pilots) await grid.PushAndSettle(pilot, Tonnes("m-1", 0, "2026"));

        await grid.CorrectAndSettle(pilots[4], Correct("m-1", 2, RevisionKind.Withdrawal));

        Assert.Equal((4, 5), await Coverage(region));
    }

    [Fact]
    public async Task What_a_pilot_has_approved_is_counted_wherever_its_municipality_is()
    {
        var (region, pilots) = await Five(levels: 1);
        var firstQuarter = Asking() with { Periods = [new(new(2026, 1, 1), new(2026, 3, 31)), new(new(2026, 4, 1), new(2026, 6, 30))] };
        Assert.Equal([0, 0], (await grid.Region(region).Sums(firstQuarter)).Periods.Select(sum => sum.Coverage.Approved));

        foreach (var pilot in pilots[..3]) await Decide(pilot, ApprovalKind.Submit, new(2026, 4, 1));
        await Decide(pilots[0], ApprovalKind.Reopen, new(2026, 1, 1));

        var sums = await grid.Region(region).Sums(firstQuarter);
        Assert.Equal([2, 0], sums.Periods.Select(sum => sum.Coverage.Approved));
        Assert.Equal([5, 5], sums.Periods.Select(sum => sum.Coverage.Expected));
    }

    private async Task Decide(string pilot, ApprovalKind kind, DateOnly day)
    {
        var act = new ApprovalAct { Id = $"{kind}", Kind = kind, Day = day, Reason = "test", Author = "actor-1" };
        var answer = await grid.Pilot(pilot).Decide(act);
        Assert.Empty(answer.Problems);
        await grid.Settle(pilot, answer.Approval!.Acts[^1].Sequence);
    }

    private async Task<(string Region, string[] Pilots)> Five(int? levels = null)
    {
        var (places, pilots) = (new List<string>(), new List<string>());
        for (var i = 0; i < 5; i++)
        {
            places.Add(await grid.NewMunicipality());
            var id = Grid.NewId("pilot");
            var declared = new DeclaredStream { Kpi = KpiCode.Parse(Kpi), From = new(2026, 1, 1) };
            await Grid.Accepted(grid.Pilot(id).Put(Grid.Change(Grid.PilotOf((places[i], 100)) with
            {
                Kpis = [declared], ApprovalLevels = levels,
            })));
            await grid.Settle(id, 1);
            pilots.Add(id);
        }
        return (await grid.NewRegion([.. places]), [.. pilots]);
    }

    private async Task<(int Reported, int Expected)> Coverage(string region)
    {
        var coverage = (await grid.Region(region).Sums(Asking())).Periods[0].Coverage;
        return (coverage.Reported, coverage.Expected);
    }
}
