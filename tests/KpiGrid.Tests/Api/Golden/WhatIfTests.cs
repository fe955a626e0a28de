using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>A region without some of its members and pilots, beside regions that never had them.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class WhatIfTests(GoldenGrid grid)
{
    [Fact]
    public async Task A_member_takes_its_parts_along_and_nobody_elses()
    {
        var world = await G01JointPilotTests.Joint(grid, "wif");
        await world.Region("never", "DK-0657", "DK-0740", "DK-0751", "DK-0779");
        await world.Put($"targets/{world.Own("regions/ncc")}/{world.Own("CDW-DIV")}", JsonNode.Parse(
            """{"unit":"t","points":[{"period":"2026-Q1","value":160}]}""")!);
        var now = await world.Quarter("regions/ncc", "CDW-DIV");
        var never = await world.Quarter("regions/never", "CDW-DIV");

        var line = Line(await Ask(world, "municipalities/DK-0615"));

        Assert.Equal(now.Only().GetRawText(), line.GetProperty("now").GetRawText());
        Assert.Equal(never.Only().GetRawText(), line.GetProperty("without").GetRawText());
        Assert.Equal(("100", "4/4", "-60"), (line.GetProperty("without").Text("value"), line.GetProperty("without").Coverage(), line.Text("difference")));
        var target = Assert.Single(line.GetProperty("targets").EnumerateArray());
        Assert.Equal(("160", "reached", "behind"), (target.Text("wanted"),
            target.GetProperty("now").Text("status"), target.GetProperty("without").Text("status")));
    }

    [Fact]
    public async Task A_pilot_takes_its_parts_along_and_the_shares_of_others_stay()
    {
        var world = await G01JointPilotTests.Joint(grid, "wip");
        await world.Quarter("regions/ncc", "CDW-DIV");

        var joint = Line(await Ask(world, "pilots/stop-byggespild"));
        var both = Line(await Ask(world, "pilots/stop-byggespild", "municipalities/DK-0657"));

        Assert.Equal(("40", "-120", "2/2"), (joint.GetProperty("without").Text("value"), joint.Text("difference"), joint.GetProperty("without").Coverage()));
        Assert.Equal(("30", "-130"), (both.GetProperty("without").Text("value"), both.Text("difference")));
    }

    [Theory]
    [InlineData("", "without-required"), InlineData("&without=regions/x", "place-unreadable")]
    [InlineData("&without=municipalities/DK-0101", "without-not-there"), InlineData("&without=pilots/nobody", "pilot-unknown")]
    public async Task Who_is_not_there_cannot_be_left_out(string without, string code)
    {
        var world = new World(grid, "win");
        await world.Region("net", "DK-0615");
        await world.Region("elsewhere", "DK-0101");
        using var answer = await grid.Http.GetAsync(
            new Uri($"/v1/{world.Own("regions/net")}/what-if?from=2026-01-01&to=2026-04-01{without}", UriKind.Relative),
            TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.InRange((int)answer.StatusCode, 404, 422);
        Assert.Contains(code, body, StringComparison.Ordinal);
    }

    private static Task<JsonElement> Ask(World world, params string[] without) => world.Get(
        $"{world.Own("regions/ncc")}/what-if?kpi={world.Own("CDW-DIV")}&from=2026-01-01&to=2026-04-01"
        + string.Concat(without.Select(node => $"&without={world.Own(node)}")));

    private static JsonElement Line(JsonElement answer) => Assert.Single(answer.GetProperty("kpis").EnumerateArray());
}
