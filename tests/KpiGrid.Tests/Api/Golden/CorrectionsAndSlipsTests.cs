using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>What a city's log of loads does, on figures made up after its description.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class CorrectionsAndSlipsTests(GoldenGrid grid)
{
    [Fact]
    public async Task A_load_taken_back_lowers_the_total()
    {
        var world = await Loads("j7");
        await world.Push("p", "CDW-GEN", "back", "2011-09-06", "\"value\":-4480,\"flag\":\"weighed\",\"note\":\"taken back\"");
        Assert.Equal("1520 n2", await September(world));
    }

    [Fact]
    public async Task A_normal_and_an_outlier_row_of_one_day_add_up()
    {
        var world = await Loads("j8");
        await world.Push("p", "CDW-GEN", "outlier", "2011-09-06", "\"value\":9400");
        Assert.Equal("15400 n2", await September(world));
    }

    [Fact]
    public async Task Thousandths_of_a_tonne_stay_exact()
    {
        var world = await Loads("j23");
        await world.Push("p", "CDW-GEN", "b", "2011-09-07", "\"value\":0.1164");
        await world.Push("p", "CDW-GEN", "c", "2011-09-08", "\"value\":1760.298");
        Assert.Equal("7760.4144 n3", await September(world));
    }

    private async Task<World> Loads(string name)
    {
        var world = new World(grid, name);
        await world.Kpi("CDW-GEN");
        await world.Pilot("p", "DK-0707 1/1");
        await world.Push("p", "CDW-GEN", "normal", "2011-09-06", "\"value\":6000");
        return world;
    }

    private static async Task<string> September(World world)
    {
        var answer = await world.Totals("pilots/p", "CDW-GEN", "2011-09-01", "2011-10-01");
        return $"{answer.Value()} n{answer.N()}";
    }
}
