using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>Shares and memberships hold from a day on.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class G11AndG12DatedTests(GoldenGrid grid)
{
    [Fact]
    public async Task G11_the_shares_of_a_day_split_it_and_a_stock_is_whole_on_every_day()
    {
        var world = new World(grid, "g11");
        await world.Kpi("CDW-GEN");
        await world.Kpi("BANK-STK");
        await world.Region("r", "BE-46021", "BE-46025");
        await world.Pilot("p", "BE-46021 60/100 2025-12-01 2026-03-01", "BE-46025 40/100 2025-12-01 2026-03-01",
            "BE-46021 1/2 2026-03-01", "BE-46025 1/2 2026-03-01");
        await world.Push("p", "CDW-GEN", "a", "2026-02-28", "\"value\":100,\"unit\":\"t\"");
        await world.Push("p", "CDW-GEN", "b", "2026-03-01", "\"value\":100,\"unit\":\"t\"");
        await world.Push("p", "BANK-STK", "a", "2026-01-10", "\"value\":100,\"unit\":\"t\"");
        foreach (var place in (string[])["regions/r", "pilots/p"])
        {
            Assert.Equal(["60", "40"], await Split(world, place, "CDW-GEN", "2026-02-01", "2026-03-01"));
            Assert.Equal(["50", "50"], await Split(world, place, "CDW-GEN", "2026-03-01", "2026-04-01"));
            Assert.Equal(["60", "40"], await Split(world, place, "BANK-STK", "2026-02-01", "2026-03-01"));
            Assert.Equal(["50", "50"], await Split(world, place, "BANK-STK", "2026-03-01", "2026-04-01"));
            var days = await world.Totals(place, "BANK-STK", "2026-01-10", "2026-04-01", "&by=day");
            Assert.Equal(81, days.Periods().Count());
            Assert.All(days.Periods(), value => Assert.Equal("100", value));
        }
    }

    [Fact]
    public async Task G12_a_stock_joins_with_its_value_and_a_flow_of_before_does_not_count()
    {
        var world = new World(grid, "g12");
        await world.Kpi("BANK-STK");
        await world.Kpi("CDW-GEN");
        await world.Region("r", "DK-0661 2026-07-01");
        await world.Pilot("p", "DK-0661 1/1");
        await world.Push("p", "BANK-STK", "a", "2026-03-31", "\"value\":1000,\"unit\":\"t\"");
        await world.Push("p", "BANK-STK", "b", "2026-09-15", "\"value\":800,\"unit\":\"t\"");
        await world.Push("p", "CDW-GEN", "a", "2026-03-31", "\"value\":7,\"unit\":\"t\"");
        var months = await world.Totals("regions/r", "BANK-STK", "2026-06-01", "2026-10-01", "&by=month");
        Assert.Equal(["null", "1000", "1000", "800"], months.Periods());
        Assert.Equal(["0", "1", "1", "1"], months.Periods("n"));
        Assert.Equal("null n0 0/0", (await world.Totals("regions/r", "CDW-GEN", "2026-01-01", "2026-07-01")).Line());
        Assert.Equal("7", (await world.Totals("municipalities/DK-0661", "CDW-GEN", "2026-01-01", "2026-07-01")).Value());
    }

    private static async Task<IEnumerable<string>> Split(World world, string place, string kpi, string from, string to)
    {
        var answer = await world.Totals(place, kpi, from, to, "&split=municipality");
        Assert.Equal("100", answer.Value());
        return answer.GetProperty("split").EnumerateArray().Select(part => part.Value());
    }
}
