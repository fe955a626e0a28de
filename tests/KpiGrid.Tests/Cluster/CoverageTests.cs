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

    private async Task<(string Region, string[] Pilots)> Five()
    {
        var (places, pilots) = (new List<string>(), new List<string>());
        for (var i = 0; i < 5; i++)
        {
            places.Add(await grid.NewMunicipality());
            var id = Grid.NewId("pilot");
            var declared = new DeclaredStream { Kpi = KpiCode.Parse(Kpi), From = new(2026, 1, 1) };
            await Grid.Accepted(grid.Pilot(id).Put(Grid.Change(Grid.PilotOf((places[i], 100)) with { Kpis = [declared] })));
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
