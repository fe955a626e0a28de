using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>Diverted waste of a Danish and a Dutch municipality, read in each country's way from the same figures.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class ReadingTests(GoldenGrid grid)
{
    [Fact]
    public async Task One_set_of_figures_is_read_in_four_ways_and_says_by_which()
    {
        var world = await Diverted("rdg");
        Assert.Equal("66", (await world.Quarter("regions/both", "CDW-DIV")).Value());

        var told = new List<string>();
        foreach (var id in (string[])["eu", "dk", "nl", "vl"])
        {
            var answer = await world.Quarter("regions/both", "CDW-DIV", $"&reading={id}&split=municipality");
            Assert.Equal((id, "1"), (answer.GetProperty("reading").Text("id"), answer.GetProperty("reading").Text("version")));
            told.Add($"{id} {answer.Value()} {string.Join(" ", answer.Parts())} {answer.Only().GetProperty("leftOut").GetRawText()}");
        }

        Assert.Equal(
        [
            """eu 63 DK-0615 52 n3 NL-GM0363 11 n2 [{"class":"reused","value":3,"n":1}]""",
            """dk 55 DK-0615 45 n2 NL-GM0363 10 n1 [{"class":"backfilled","value":8,"n":2},{"class":"reused","value":3,"n":1}]""",
            """nl 63 DK-0615 52 n3 NL-GM0363 11 n2 [{"class":"reused","value":3,"n":1}]""",
            """vl 58 DK-0615 48 n3 NL-GM0363 10 n1 [{"class":"backfilled","value":8,"n":2}]""",
        ], told);
    }

    [Fact]
    public async Task Figures_under_different_readings_stand_side_by_side_and_are_not_ranked()
    {
        var world = await Diverted("rdc");
        await world.Quarter("regions/both", "CDW-DIV");
        var address = $"compare?place=municipalities/DK-0615&place=municipalities/NL-GM0363&kpi={world.Own("CDW-DIV")}&from=2026-01-01&to=2026-04-01&reading=";

        var (one, own) = (await world.Get(address + "dk"), await world.Get(address + "own"));

        Assert.True(one.GetProperty("gate").GetProperty("open").GetBoolean(), one.GetProperty("gate").ToString());
        Assert.Equal(["DK-0615 dk 45", "NL-GM0363 dk 10"], Lines(one));
        Assert.Equal(["DK-0615 dk 45", "NL-GM0363 nl 11"], Lines(own));
        Assert.Equal("reading", Assert.Single(own.GetProperty("gate").GetProperty("reasons").EnumerateArray()).Text("code"));
        Assert.Equal(JsonValueKind.Null, own.GetProperty("ranking").ValueKind);
    }

    [Theory]
    [InlineData("CDW-DIV", "&reading=fr", "reading-unknown"), InlineData("CDW-DIV", "&reading=eu&class=reused", "reading-with-class")]
    [InlineData("CDW-GEN", "&reading=eu", "reading-does-not-fit")]
    public async Task What_cannot_be_read_so_is_refused(string kpi, string more, string code)
    {
        var world = new World(grid, "rdn");
        await world.Region("net", "DK-0615");
        await world.Kpi("CDW-DIV");
        await world.Kpi("CDW-GEN");
        using var answer = await grid.Http.GetAsync(
            new Uri($"/v1/{world.Own("regions/net")}/totals?kpi={world.Own(kpi)}&from=2026-01-01&to=2026-04-01{more}", UriKind.Relative),
            TestContext.Current.CancellationToken);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<World> Diverted(string name)
    {
        var world = new World(grid, name);
        await world.Kpi("CDW-DIV");
        await world.Region("both", "DK-0615", "NL-GM0363");
        await world.Pilot("dk", "DK-0615 1/1");
        await world.Pilot("nl", "NL-GM0363 1/1");
        foreach (var (pilot, @class, tonnes) in (IEnumerable<(string, string, int)>)
            [("dk", "reused", 3), ("dk", "prepared", 5), ("dk", "recycled", 40), ("dk", "backfilled", 7), ("nl", "recycled", 10), ("nl", "backfilled", 1)])
            await world.Push(pilot, "CDW-DIV", @class, "2026-Q1", $"\"class\":\"{@class}\",\"value\":{tonnes},\"unit\":\"t\"");
        return world;
    }

    /// <summary>The worlds of this collection share municipalities, so only figures of one's own KPI are read.</summary>
    private static IEnumerable<string> Lines(JsonElement comparison) => comparison.GetProperty("lines").EnumerateArray()
        .Select(line => $"{line.Text("key").Split('/')[1]} {line.Text("reading")} {line.GetProperty("whole").Text("value")}");
}
