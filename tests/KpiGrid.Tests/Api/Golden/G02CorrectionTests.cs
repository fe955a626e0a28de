using System.Globalization;
using Xunit;
using static KpiGrid.Tests.Api.Golden.G01JointPilotTests;

namespace KpiGrid.Tests.Api.Golden;

[Collection(nameof(GoldenGrid))]
public sealed class G02CorrectionTests(GoldenGrid grid)
{
    private static readonly string[] Before =
        ["DK-0615 60 n2", "DK-0657 10 n1", "DK-0740 30 n1", "DK-0751 42 n1", "DK-0779 18 n1"];

    private static readonly string[] After =
        ["DK-0615 55.5 n2", "DK-0657 10 n1", "DK-0740 25.5 n1", "DK-0751 35.7 n1", "DK-0779 15.3 n1"];

    [Fact]
    public async Task Totals_explanation_and_series_know_both_then_and_now()
    {
        var world = await Joint(grid, "g2");
        var cutOff = "&asOf=" + grid.AMinutePasses().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        Assert.Equal("160 n6 5/5", (await world.Quarter("regions/ncc", "CDW-DIV")).Line());
        await world.Revise("stop-byggespild", "CDW-DIV", "a", 2, "correction",
            "\"period\":\"2026-Q1\"," + Recycled(102, "weighed"));

        foreach (var place in (string[])["regions/ncc", "regions/midtjylland+regions/ncc"])
        {
            var now = await world.Quarter(place, "CDW-DIV", "&split=municipality");
            Assert.Equal("142 n6 5/5", now.Line());
            Assert.Equal(After, now.Parts());
            var then = await world.Quarter(place, "CDW-DIV", "&split=municipality" + cutOff);
            Assert.Equal("160 n6 5/5", then.Line());
            Assert.Equal(Before, then.Parts());
        }
        Assert.Equal("55.5", (await world.Quarter("municipalities/DK-0615", "CDW-DIV")).Value());
        Assert.Equal("60", (await world.Quarter("municipalities/DK-0615", "CDW-DIV", cutOff)).Value());
        Assert.Equal("120", (await world.Quarter("pilots/stop-byggespild", "CDW-DIV", cutOff)).Value());
        await Explained(world, cutOff);
        await Said(world, cutOff);
    }

    private static async Task Explained(World world, string cutOff)
    {
        var now = await world.Explain("regions/ncc", "CDW-DIV", "2026-01-01", "2026-04-01");
        var then = await world.Explain("regions/ncc", "CDW-DIV", "2026-01-01", "2026-04-01", cutOff);
        Assert.Equal(("142", "160"), (now.GetProperty("total").Text("value"), then.GetProperty("total").Text("value")));
        Assert.Equal(("absent", "6"), (now.Text("asOf"), then.GetProperty("total").Text("n")));
        var (line, old) = (now.Lines().Single(Joint), then.Lines().Single(Joint));
        Assert.Equal(("102", "2", "correction", "weighed again"),
            (line.Text("a"), line.Text("revision"), line.Text("kind"), line.Text("reason")));
        Assert.Equal(("120", "1", "initial", "null"),
            (old.Text("a"), old.Text("revision"), old.Text("kind"), old.Text("reason")));
        Assert.Equal(["25.5 25/100", "25.5 25/100", "35.7 35/100", "15.3 15/100"],
            line.GetProperty("parts").EnumerateArray().Select(part => $"{part.Text("a")} {part.Text("share")}"));
        var paged = await world.Explain("regions/ncc", "CDW-DIV", "2026-01-01", "2026-04-01", cutOff + "&limit=2");
        var next = await world.Explain("regions/ncc", "CDW-DIV", "2026-01-01", "2026-04-01",
            $"{cutOff}&limit=2&cursor={paged.GetProperty("page").Text("next")}");
        Assert.Equal("120", Assert.Single(next.Lines()).Text("a"));

        static bool Joint(System.Text.Json.JsonElement line) => line.Text("pilot") == "g2-stop-byggespild";
    }

    private static async Task Said(World world, string cutOff)
    {
        Assert.Equal(["2 102"], await Measurements(""));
        Assert.Equal(["1 120", "2 102"], await Measurements("?includeHistory=true"));
        Assert.Equal(["1 120"], await Measurements($"?includeHistory=true{cutOff}"));
        Assert.Equal(["1 120"], await Measurements("?" + cutOff[1..]));

        async Task<IEnumerable<string>> Measurements(string more) =>
            (await world.Stream("stop-byggespild", "CDW-DIV/recycled", more)).GetProperty("measurements")
            .EnumerateArray().Select(entry => $"{entry.Text("revision")} {entry.Text("a")}");
    }
}
