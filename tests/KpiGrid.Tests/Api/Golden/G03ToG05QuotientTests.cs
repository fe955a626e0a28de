using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>Ratio, stock and level: what is divided is divided last.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class G03ToG05QuotientTests(GoldenGrid grid)
{
    [Fact]
    public async Task G3_a_ratio_is_9_09_percent_and_not_45_5()
    {
        var world = new World(grid, "g3");
        await world.Kpi("CDW-REC-R");
        await world.Region("r", "DK-0615", "DK-0740");
        await world.Pilot("p", "DK-0615 1/1");
        await world.Pilot("q", "DK-0740 1/1");
        await world.Push("p", "CDW-REC-R", "a", "2026-Q1", "\"numerator\":90,\"denominator\":100,\"unit\":\"t\"");
        await world.Push("q", "CDW-REC-R", "a", "2026-Q1", "\"numerator\":10,\"denominator\":1000,\"unit\":\"t\"");
        var answer = await world.Quarter("regions/r", "CDW-REC-R", "&split=municipality");
        var rate = answer.Only();
        Assert.Equal(("9.090909091", "9.09", "100", "1100", "%"),
            (rate.Text("value"), rate.Text("shown"), rate.Text("a"), rate.Text("b"), answer.Text("unit")));
        Assert.Equal("9.090909091 n2 2/2", answer.Line());
        Assert.Equal(["DK-0615 90 n1", "DK-0740 1 n1"], answer.Parts());
    }

    [Fact]
    public async Task G4_a_stock_closes_at_800_with_a_mean_of_931_11_and_is_never_2800()
    {
        var world = new World(grid, "g4");
        await world.Kpi("VAC-A");
        await world.Region("r", "DK-0615");
        await world.Pilot("p", "DK-0615 1/1");
        foreach (var (day, area) in ((string, int)[])[("2026-01-31", 1000), ("2026-02-28", 1000), ("2026-03-31", 800)])
            await world.Push("p", "VAC-A", day, day, $"\"value\":{area},\"unit\":\"m2\",\"class\":\"school\"");
        foreach (var place in (string[])["regions/r", "municipalities/DK-0615", "pilots/p"])
        {
            Assert.Equal("800", (await world.Quarter(place, "VAC-A")).Value());
            Assert.Equal(["1000", "1000", "800"], (await world.Quarter(place, "VAC-A", "&by=month")).Periods());
            var mean = await world.Quarter(place, "VAC-A", "&mean=month");
            Assert.Equal(("931.111111111", "931.11"), (mean.Value(), mean.Only().Text("shown")));
        }
        Assert.Equal("null", (await world.Totals("pilots/p", "VAC-A", "2025-12-01", "2026-01-01")).Value());
        Assert.Equal("800", (await world.Totals("pilots/p", "VAC-A", "2026-10-01", "2026-11-01")).Value());
    }

    [Fact]
    public async Task G5_a_level_is_11_and_not_10()
    {
        var world = new World(grid, "g5");
        await world.Kpi("GWP-LC");
        await world.Region("r", "DK-0760", "DK-0791");
        await world.Pilot("p", "DK-0791 1/1");
        await world.Pilot("q", "DK-0760 1/1");
        await world.Push("p", "GWP-LC", "a", "2026-03-31", "\"value\":8,\"unit\":\"kgCO2e/m2/a\",\"weight\":1000");
        await world.Push("q", "GWP-LC", "a", "2026-03-15", "\"value\":12,\"unit\":\"kgCO2e/m2/a\",\"weight\":3000");
        var answer = await world.Quarter("regions/r", "GWP-LC", "&split=municipality");
        var level = answer.Only();
        Assert.Equal(("11", "11", "44000", "4000"),
            (level.Text("value"), level.Text("shown"), level.Text("a"), level.Text("b")));
        Assert.Equal(["DK-0760 12 n1", "DK-0791 8 n1"], answer.Parts());
    }
}
