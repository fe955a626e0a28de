using Xunit;

namespace KpiGrid.Tests.Api.Golden;

[Collection(nameof(GoldenGrid))]
public sealed class G13MoneyTests(GoldenGrid grid)
{
    [Fact]
    public async Task Kroner_and_euros_are_two_amounts_and_no_value()
    {
        var world = new World(grid, "g13");
        await world.Kpi("FIN-SPD");
        await world.Region("both", "DK-0657", "BE-34022");
        await world.Pilot("herning", "DK-0657 1/1");
        await world.Pilot("kortrijk", "BE-34022 1/1");
        (string, int)[] spent = [("2026-Q1", 1_250_000), ("2026-Q2", 1_180_000), ("2026-Q3", 1_300_000)];
        foreach (var (quarter, amount) in spent)
            await world.Push("herning", "FIN-SPD", quarter, quarter, $"\"value\":{amount},\"unit\":\"DKK\"");
        await world.Push("kortrijk", "FIN-SPD", "a", "2026-Q1", "\"value\":50000,\"unit\":\"EUR\"");

        var one = await NineMonths("municipalities/DK-0657");
        Assert.Equal(("3730000", "DKK", "absent"), (one.Value(), one.Only().Text("unit"), one.Only().Text("amounts")));
        foreach (var place in (string[])["regions/both", "municipalities/DK-0657+municipalities/BE-34022"])
        {
            var both = await NineMonths(place);
            Assert.Equal(("null", 4, "null"), (both.Value(), both.N(), both.Only().Text("shown")));
            Assert.Equal(["DKK 3730000 n3", "EUR 50000 n1"], both.Amounts());
        }

        Task<System.Text.Json.JsonElement> NineMonths(string place) =>
            world.Totals(place, "FIN-SPD", "2026-01-01", "2026-10-01");
    }

    [Fact]
    public async Task A_named_series_converts_each_amount_at_the_rate_of_its_own_period_and_the_total_once()
    {
        var world = new World(grid, "g13b");
        await world.Kpi("FIN-SPD");
        await world.Region("both", "DK-0657", "BE-34022");
        await world.Pilot("herning", "DK-0657 1/1");
        await world.Pilot("kortrijk", "BE-34022 1/1");
        await world.Put("rates/g13b", System.Text.Json.Nodes.JsonNode.Parse("""
            {"name":"g13b","base":"EUR","quote":"DKK","source":"invented","rates":[{"from":"2026-01-01","value":7.46},{"from":"2026-07-01","value":7.5}]}
            """)!);
        await world.Push("herning", "FIN-SPD", "h1", "2026-S1", "\"value\":3730000,\"unit\":\"DKK\"");
        await world.Push("kortrijk", "FIN-SPD", "a", "2026-Q1", "\"value\":50000,\"unit\":\"EUR\"");
        var half = await Totals("regions/both", "2026-07-01");
        Assert.Equal(("550000", "EUR"), (half.Value(), half.Only().Text("unit")));
        Assert.Equal(["DKK 3730000 n1", "EUR 50000 n1"], half.Amounts());
        var used = Assert.Single(half.GetProperty("rates").GetProperty("used").EnumerateArray());
        Assert.Equal(("2026-01-01", "7.46"), (used.Text("from"), used.Text("value")));

        await world.Push("herning", "FIN-SPD", "q3", "2026-Q3", "\"value\":75.04,\"unit\":\"DKK\"");
        var year = await Totals("regions/both", "2027-01-01");
        // 500,000 and 10.00533… and 50,000: the rate of the third quarter for what is of it, and cents at the very end.
        Assert.Equal("550010.01", year.Value());
        Assert.Equal(2, year.GetProperty("rates").GetProperty("used").GetArrayLength());
        var split = await world.Totals("regions/both", "FIN-SPD", "2026-01-01", "2027-01-01", "&rates=g13b&currency=DKK&split=municipality");
        Assert.Equal(["373000", "3730075.04"], split.GetProperty("split").EnumerateArray()
            .Select(line => line.GetProperty("periods")[0].Text("value")));
        var compared = await world.Get("compare?place=municipalities/DK-0657&place=municipalities/BE-34022&kpi="
            + $"{world.Own("FIN-SPD")}&from=2026-01-01&to=2027-01-01&rates=g13b&currency=EUR");
        Assert.Equal(["500010.01", "50000"], compared.GetProperty("lines").EnumerateArray()
            .Select(line => line.GetProperty("periods")[0].Text("absolute")));

        Task<System.Text.Json.JsonElement> Totals(string place, string to) =>
            world.Totals(place, "FIN-SPD", "2026-01-01", to, "&rates=g13b&currency=EUR");
    }
}
