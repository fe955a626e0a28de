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
        foreach (var (quarter, amount) in ((string, int)[])[("2026-Q1", 1_250_000), ("2026-Q2", 1_180_000), ("2026-Q3", 1_300_000)])
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
}
