using Xunit;

namespace KpiGrid.Tests.Api.Golden;

[Collection(nameof(GoldenGrid))]
public sealed class G08RetryTests(GoldenGrid grid)
{
    private static readonly (string Id, string Period, string Content)[] Pushes =
    [
        ("a", "2026-Q1", "\"value\":100,\"unit\":\"t\",\"flag\":\"weighed\""),
        ("b", "2026-Q1", "\"value\":40,\"unit\":\"t\",\"municipality\":\"DK-0615\""),
        ("c", "2026-02", "\"value\":7000,\"unit\":\"kg\""),
    ];

    private static readonly int[][] Orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    [Fact]
    public async Task Pushes_in_any_order_come_to_the_same_totals_and_revisions()
    {
        var world = new World(grid, "g8order");
        await world.Kpi("CDW-GEN");
        var told = new List<string>();
        foreach (var (at, order) in Orders.Index())
        {
            await world.Pilot($"p{at}", "DK-0615 1/3", "DK-0740 1/3", "DK-0751 1/3");
            foreach (var push in order) await Push(world, $"p{at}", push);
            told.Add(await Known(world, $"p{at}"));
        }
        Assert.Equal("107 DK-0615 42.333333334,DK-0740 32.333333333,DK-0751 32.333333333 1 1 1", Assert.Single(told.Distinct()));
    }

    [Fact]
    public async Task The_same_push_again_gets_the_same_receipt_as_repeated_and_moves_nothing()
    {
        var world = new World(grid, "g8again");
        await world.Kpi("CDW-GEN");
        await world.Pilot("p", "DK-0615 1/3", "DK-0740 1/3", "DK-0751 1/3");
        var first = await Push(world, "p", 2);
        foreach (var push in (int[])[0, 1]) await Push(world, "p", push);
        var before = await Known(world, "p");
        var version = (await world.Quarter("pilots/p", "CDW-GEN")).Text("version");

        var again = await Push(world, "p", 2);
        Assert.Equal(("1", "0", "0", "1"), (first.Text("recorded"), first.Text("repeated"), again.Text("recorded"),
            again.Text("repeated")));
        var (receipt, repeat) = (first.GetProperty("receipts")[0], again.GetProperty("receipts")[0]);
        Assert.Equal(("recorded", "repeated"), (receipt.Text("status"), repeat.Text("status")));
        foreach (var member in (string[])["id", "kpi", "stream", "sequence", "revision", "value", "unit"])
            Assert.Equal(receipt.Text(member), repeat.Text(member));
        Assert.Equal(("7", "t"), (repeat.Text("value"), repeat.Text("unit")));
        Assert.Equal((before, version),
            (await Known(world, "p"), (await world.Quarter("pilots/p", "CDW-GEN")).Text("version")));
    }

    private static Task<System.Text.Json.JsonElement> Push(World world, string pilot, int push) =>
        world.Push(pilot, "CDW-GEN", Pushes[push].Id, Pushes[push].Period, Pushes[push].Content);

    private static async Task<string> Known(World world, string pilot)
    {
        var totals = await world.Quarter($"pilots/{pilot}", "CDW-GEN", "&split=municipality");
        var parts = totals.GetProperty("split").EnumerateArray().Select(part => $"{part.Text("key")} {part.Value()}");
        var entries = (await world.Stream(pilot, "CDW-GEN", "?includeHistory=true")).GetProperty("measurements");
        var revisions = entries.EnumerateArray().Select(entry => entry.Text("revision"));
        return $"{totals.Value()} {string.Join(',', parts)} {string.Join(' ', revisions)}";
    }
}
