using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using static KpiGrid.Tests.Api.Golden.G01JointPilotTests;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>A partner round: who speaks in which order, and the page that each reads aloud in two minutes.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class RoundTests(GoldenGrid grid)
{
    private const string Members = "\"members\":[\"DK-0779\",\"DK-0615\",\"DK-0657\"]";

    [Fact]
    public async Task A_page_says_what_moved_between_two_rounds_one_number_and_what_comes_next()
    {
        var world = await Joint(grid, "rd");
        var region = world.Own("regions/ncc");
        await Plan(world, "r1");
        await world.Revise("stop-byggespild", "CDW-DIV", "a", 2, "correction", "\"period\":\"2026-Q1\"," + Recycled(102, "weighed"));
        await Plan(world, "r2");
        await world.Push("herning", "CDW-DIV", "after", "2026-Q3", Recycled(7));
        await world.Put($"{region}/rounds/r2/turns/DK-0615", JsonNode.Parse("""{"steps":[{"text":"The second building","by":"2026-12-01"}]}""")!);
        await world.Put($"{region}/rounds/r2/turns/DK-0657", JsonNode.Parse("""{"nothingToReport":true}""")!);

        var pack = await world.Get($"{region}/rounds/r2/pack");

        Assert.Equal(["DK-0779 moved", "DK-0615 moved", "DK-0657 nothing-to-report"],
            pack.GetProperty("pages").EnumerateArray().Select(page => $"{page.Text("municipality")} {page.Text("says")}"));
        var horsens = pack.GetProperty("pages")[1];
        Assert.Equal("RD-CDW-DIV 2026-Q1 55.5 t", Number(horsens));
        Assert.Equal("RD-CDW-DIV 2026-Q1 60 55.5 -4.5", Assert.Single(Moves(horsens)));
        Assert.Equal(("The second building", "2026-12-01"),
            (horsens.GetProperty("steps")[0].Text("text"), horsens.GetProperty("steps")[0].Text("by")));
        // Herning's seven tonnes came after the cut-off.
        var herning = pack.GetProperty("pages")[2];
        Assert.Equal("RD-CDW-DIV 2026-Q1 10 t", Number(herning));
        Assert.Empty(Moves(herning));
        var first = (await world.Get($"{region}/rounds/r1/pack")).GetProperty("pages")[1];
        Assert.Equal("RD-CDW-DIV 2026-Q1 null 60 60", Assert.Single(Moves(first)));
        Assert.Equal("RD-CDW-DIV 2026-Q1 60 t", Number(first));
    }

    [Fact]
    public async Task A_round_is_versioned_and_a_change_needs_a_reason()
    {
        var world = await Joint(grid, "rdv");
        var path = await Plan(world, "r1");

        Assert.Equal("reason-required", await Code(path, """{"title":"Later","date":"2999-01-01","cutOff":"2026-01-01T00:00:00Z","members":["DK-0615"]}"""));
        await world.Put(path, JsonNode.Parse("""{"title":"Later","date":"2999-01-01","cutOff":"2026-01-01T01:00:00+01:00","members":["DK-0615"],"reason":"moved"}""")!);

        var round = await world.Get(path);
        Assert.Equal(("2", "2026-01-01T00:00:00Z", "rdv-ncc/r1"), (round.Text("head"), round.Text("cutOff"), round.Text("id")));
        Assert.Equal("r1", Assert.Single((await world.Get(world.Own("regions/ncc") + "/rounds")).GetProperty("items").EnumerateArray()).Text("id"));
    }

    [Theory]
    [InlineData("r1", """{"date":"2026-05-21","cutOff":"2026-05-21T00:00:00Z","members":["DK-0615"]}""", "text-required")]
    [InlineData("r1", """{"title":"R","cutOff":"2026-05-21T00:00:00Z","members":["DK-0615"]}""", "date-missing")]
    [InlineData("r1", """{"title":"R","date":"2026-05-21","members":["DK-0615"]}""", "cut-off-required")]
    [InlineData("r1", """{"title":"R","date":"2026-05-21","cutOff":"2026-05-21T00:00:00","members":["DK-0615"]}""", "value-unreadable")]
    [InlineData("r1", """{"title":"R","date":"2026-05-21","cutOff":"2026-05-23T00:00:00Z","members":["DK-0615"]}""", "cut-off-too-late")]
    [InlineData("r1", """{"title":"R","date":"2026-05-21","cutOff":"2026-05-21T00:00:00Z","members":[]}""", "members-required")]
    [InlineData("r1", """{"title":"R","date":"2026-05-21","cutOff":"2026-05-21T00:00:00Z","members":["DK-0615","DK-0615"]}""", "member-doubled")]
    [InlineData("r1", """{"title":"R","date":"2026-05-21","cutOff":"2026-05-21T00:00:00Z","members":["DK-9999"]}""", "municipality-unknown")]
    [InlineData("r1", """{"title":"R","date":"2026-05-21","cutOff":"2026-05-21T00:00:00Z","members":["DK-0615"],"kpi":"NO-SUCH"}""", "kpi-unknown")]
    [InlineData("R.1", """{"title":"R","date":"2026-05-21","cutOff":"2026-05-21T00:00:00Z","members":["DK-0615"]}""", "id-unreadable")]
    [InlineData("r0/turns/DK-0615", """{}""", "turn-empty")]
    [InlineData("r0/turns/DK-0615", """{"steps":[{"text":" "}]}""", "text-required")]
    [InlineData("r0/turns/DK-0615", """{"steps":[{"text":"a"},{"text":"b"},{"text":"c"},{"text":"d"}]}""", "too-many")]
    [InlineData("r0/turns/DK-0751", """{"nothingToReport":true}""", "not-in-the-round")]
    [InlineData("r9/turns/DK-0615", """{"nothingToReport":true}""", "round-unknown")]
    public async Task What_is_wrong_with_a_round_or_a_turn_is_named(string path, string facts, string code)
    {
        var world = new World(grid, "rdw");
        await world.Region("ncc", "DK-0615", "DK-0751");
        await world.Put("regions/rdw-ncc/rounds/r0", JsonNode.Parse(
            """{"title":"R","date":"2026-05-21","cutOff":"2026-05-21T00:00:00Z","members":["DK-0615"]}""")!);

        Assert.Equal(code, await Code($"regions/rdw-ncc/rounds/{path}", facts));
    }

    [Fact]
    public async Task A_step_is_at_most_280_characters()
    {
        var world = await Joint(grid, "rdl");
        var path = await Plan(world, "r1") + "/turns/DK-0615";

        Assert.Equal("text-too-long", await Code(path, $$"""{"steps":[{"text":"{{new string('x', 281)}}"}]}"""));
        await world.Put(path, JsonNode.Parse($$"""{"steps":[{"text":"{{new string('x', 280)}}"}]}""")!);
    }

    /// <summary>Plans a round whose cut-off is in the middle of a minute that passes now.</summary>
    private async Task<string> Plan(World world, string name)
    {
        var cutOff = grid.AMinutePasses().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var path = $"{world.Own("regions/ncc")}/rounds/{name}";
        await world.Put(path, JsonNode.Parse(
            $$"""{"title":"Round {{name}}","date":"2999-01-01","cutOff":"{{cutOff}}",{{Members}},"kpi":"{{world.Own("CDW-DIV")}}"}""")!);
        return path;
    }

    private static string Number(JsonElement page) => string.Join(' ',
        ((string[])["kpi", "period", "value", "unit"]).Select(name => page.GetProperty("number").Text(name)));

    /// <summary>Of this world: the municipalities are everybody's.</summary>
    private static IEnumerable<string> Moves(JsonElement page) => page.GetProperty("moved").EnumerateArray()
        .Where(move => move.Text("kpi").StartsWith("RD-", StringComparison.Ordinal))
        .Select(move => $"{move.Text("kpi")} {move.Text("period")} {move.Text("was")} {move.Text("now")} {move.Text("by")}");

    private async Task<string?> Code(string path, string facts)
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var answer = await grid.Http.PutAsJsonAsync($"/v1/{path}", JsonNode.Parse(facts), cancelled);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(cancelled);
        Assert.InRange((int)answer.StatusCode, 400, 499);
        return problem.GetProperty("errors")[0].GetProperty("code").GetString();
    }
}
