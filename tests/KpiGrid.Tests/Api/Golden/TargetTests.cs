using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>What is wanted, and how far it is, on 20 November 2026.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class TargetTests(GoldenGrid grid)
{
    [Fact]
    public async Task A_region_wants_160_tonnes_and_stands_at_142()
    {
        var world = new World(grid, "tgt");
        await world.Region("net", "DK-0615", "DK-0751");
        await world.Kpi("CDW-DIV");
        await world.Pilot("p", "DK-0615 1/2", "DK-0751 1/2");
        await world.Push("p", "CDW-DIV", "q1", "2026-Q1", "\"class\":\"recycled\",\"value\":142,\"unit\":\"t\"");
        var path = $"targets/{world.Own("regions/net")}/{world.Own("CDW-DIV")}";
        await world.Put(path, Target("t", ("2026", 160)));
        await world.Quarter("regions/net", "CDW-DIV");

        var told = await world.Get($"{world.Own("regions/net")}/progress");

        Assert.Equal(("2026-11-20", "pace-95-60"), (told.Text("on"), told.GetProperty("method").Text("rule")));
        var target = Assert.Single(told.GetProperty("targets").EnumerateArray());
        Assert.Equal(("2026", "160", "119.671232877"), (target.GetProperty("wanted").Text("period"),
            target.GetProperty("wanted").Text("whole"), target.GetProperty("wanted").Text("byNow")));
        Assert.Equal(("142", "2026-09-30", "142"), (target.GetProperty("actual").Text("value"),
            target.Text("measuredTo"), target.Text("valueThen")));
        Assert.Equal(("on-track", "1.186584249", "0.8875"), (target.Text("status"), target.Text("pace"), target.Text("progress")));
        var before = await world.Get($"{world.Own("regions/net")}/progress?on=2026-02-10&kpi={world.Own("CDW-DIV")}");
        Assert.Equal("not-due", before.GetProperty("targets")[0].Text("status"));
        foreach (var (day, measured) in (IEnumerable<(string, string)>)[("2026-04-16", "2025-12-31"), ("2026-04-17", "2026-03-31")])
        {
            var then = await world.Get($"{world.Own("regions/net")}/progress?on={day}");
            Assert.Equal(measured, then.GetProperty("targets")[0].Text("measuredTo"));
        }
    }

    [Fact]
    public async Task A_change_needs_a_reason_and_the_target_of_before_stays_readable()
    {
        var world = new World(grid, "tgv");
        await world.Region("net", "DK-0615");
        var path = $"targets/{world.Own("regions/net")}/CDW-DIV/recycled";
        await world.Put(path, Target("t", ("2026", 160)));
        var then = grid.AMinutePasses();

        Assert.Equal("reason-required", await Code(path, Target("t", ("2026", 200))));
        var changed = Target("t", ("2026", 200));
        changed["reason"] = "the council decided";
        await world.Put(path, changed);

        Assert.Equal("200", (await world.Get(path)).GetProperty("points")[0].Text("value"));
        Assert.Equal("160", (await world.Get($"{path}?asOf={then:yyyy-MM-ddTHH:mm:ssZ}")).GetProperty("points")[0].Text("value"));
    }

    [Fact]
    public async Task A_money_target_counts_its_own_currency_only()
    {
        var world = new World(grid, "tgm");
        await world.Kpi("FIN-SPD");
        await world.Pilot("herning", "DK-0657 1/1");
        foreach (var (id, amount) in (IEnumerable<(string, int)>)[("2026-Q1", 1_250_000), ("2026-Q2", 1_180_000), ("2026-Q3", 1_300_000)])
            await world.Push("herning", "FIN-SPD", id, id, $"\"value\":{amount},\"unit\":\"DKK\"");
        await world.Push("herning", "FIN-SPD", "eur", "2026-Q1", "\"value\":50000,\"unit\":\"EUR\"");
        await world.Put($"targets/{world.Own("pilots/herning")}/{world.Own("FIN-SPD")}",
            Target("DKK", ("2026", 5_000_000), ("2026-01-01/2030-01-01", 20_000_000)));

        var told = await world.Get($"{world.Own("pilots/herning")}/progress");

        // 3,730,000 of 5,000,000 x 273/365 = 3,739,726.027 by the end of September.
        var target = Assert.Single(told.GetProperty("targets").EnumerateArray());
        Assert.Equal(("3730000", "on-track", "0.997399267", "0.746"),
            (target.Text("valueThen"), target.Text("status"), target.Text("pace"), target.Text("progress")));
    }

    [Theory]
    [InlineData("regions/nowhere/CDW-DIV", """{"unit":"t","points":[{"period":"2026","value":1}]}""", "region-unknown")]
    [InlineData("regions/{net}/NO-SUCH", """{"unit":"t","points":[{"period":"2026","value":1}]}""", "kpi-unknown")]
    [InlineData("towns/{net}/CDW-DIV", """{"unit":"t","points":[{"period":"2026","value":1}]}""", "id-unreadable")]
    [InlineData("regions/{net}/CDW-DIV", """{"unit":"kg","points":[{"period":"2026","value":1}]}""", "unit-of-another")]
    [InlineData("regions/{net}/CDW-DIV/glass", """{"unit":"t","points":[{"period":"2026","value":1}]}""", "class-unknown")]
    [InlineData("regions/{net}/CDW-DIV", """{"unit":"t","points":[]}""", "points-required")]
    [InlineData("regions/{net}/CDW-DIV", """{"unit":"t","points":[{"period":"2026"}]}""", "value-required")]
    [InlineData("regions/{net}/CDW-DIV", """{"unit":"t","points":[{"value":1}]}""", "period-required")]
    [InlineData("regions/{net}/CDW-DIV", """{"unit":"t","points":[{"period":"2026","value":1},{"period":"2026","value":2}]}""", "period-doubled")]
    [InlineData("regions/{net}/CDW-DIV", """{"unit":"t","points":[{"period":"2026","value":1e15}]}""", "value-out-of-range")]
    [InlineData("regions/{net}/CDW-DIV",
        """{"unit":"t","baseline":{"period":"2026","value":1},"points":[{"period":"2026-Q1","value":1}]}""", "baseline-too-late")]
    public async Task What_is_wrong_with_a_target_is_named(string id, string facts, string code)
    {
        var world = new World(grid, "tgw");
        await world.Region("net", "DK-0615");

        Assert.Equal(code, await Code("targets/" + id.Replace("{net}", "tgw-net", StringComparison.Ordinal), JsonNode.Parse(facts)!));
    }

    private static JsonObject Target(string unit, params (string Period, int Value)[] points) => new()
    {
        ["unit"] = unit,
        ["points"] = new JsonArray([.. points.Select(point =>
            new JsonObject { ["period"] = point.Period, ["value"] = point.Value })]),
    };

    private async Task<string?> Code(string path, JsonNode facts)
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var answer = await grid.Http.PutAsJsonAsync($"/v1/{path}", facts, cancelled);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(cancelled);
        Assert.InRange((int)answer.StatusCode, 400, 499);
        return problem.GetProperty("errors")[0].GetProperty("code").GetString();
    }
}
