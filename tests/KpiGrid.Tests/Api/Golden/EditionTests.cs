using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using static KpiGrid.Tests.Api.Golden.G01JointPilotTests;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>The rest of G2: the edition of the round stays, and says what has changed since.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class EditionTests(GoldenGrid grid)
{
    private const string Quarter = "\"from\":\"2026-01-01\",\"to\":\"2026-04-01\"";

    [Fact]
    public async Task An_edition_stays_and_lists_a_later_correction_with_its_size_and_reason()
    {
        var (world, path) = await Frozen("ed");
        var edition = (await world.Get($"{path}/1")).GetProperty("edition");
        Assert.Equal(["regions/ed-ncc 160 5/5", "municipalities/DK-0615 60 1/1", "municipalities/DK-0657 10 1/1",
            "municipalities/DK-0740 30 1/1", "municipalities/DK-0751 42 1/1", "municipalities/DK-0779 18 1/1"], Numbers(edition));

        var corrected = await world.Revise("stop-byggespild", "CDW-DIV", "a", 2, "correction", "\"period\":\"2026-Q1\"," + Recycled(102, "weighed"));

        Assert.Equal(edition.GetRawText(), (await world.Get($"{path}/1")).GetProperty("edition").GetRawText());
        var changes = await world.Get($"{path}/1/changes?atLeast={corrected.Text("token")}");
        Assert.Equal(["regions/ed-ncc 160 142 -18", "municipalities/DK-0615 60 55.5 -4.5", "municipalities/DK-0740 30 25.5 -4.5",
            "municipalities/DK-0751 42 35.7 -6.3", "municipalities/DK-0779 18 15.3 -2.7"], Changes(changes));
        Assert.Equal(1, changes.GetProperty("unchanged").GetInt32());
        var why = Assert.Single(changes.GetProperty("changed")[0].GetProperty("revisions").EnumerateArray());
        Assert.Equal(("ed-stop-byggespild", "correction", "weighed again", "120", "102"),
            (why.Text("pilot"), why.Text("kind"), why.Text("reason"), why.Text("was"), why.Text("now")));
    }

    [Fact]
    public async Task A_withdrawal_a_move_to_another_quarter_and_a_late_report_are_reasons_too()
    {
        var (world, path) = await Frozen("edw");
        await world.Push("horsens", "CDW-DIV", "late", "2026-Q1", Recycled(2));
        await world.Revise("herning", "CDW-DIV", "a", 2, "withdrawal");
        var last = await world.Revise("stop-byggespild", "CDW-DIV", "a", 2, "correction", "\"period\":\"2026-Q2\"," + Recycled(120, "weighed"));
        await world.Quarter("regions/ncc", "CDW-DIV");

        var changes = await world.Get($"{path}/1/changes?atLeast={last.Text("token")}");

        var region = changes.GetProperty("changed")[0];
        Assert.Equal("regions/edw-ncc 160 32 -128", Change(region));
        Assert.Equal(["correction 120 120", "initial null 2", "withdrawal 10 null"], region.GetProperty("revisions").EnumerateArray()
            .Select(why => $"{why.Text("kind")} {why.Text("was")} {why.Text("now")}").Order(StringComparer.Ordinal));
        var herning = changes.GetProperty("changed").EnumerateArray().Single(line => line.Text("place") == "municipalities/DK-0657");
        Assert.Equal("municipalities/DK-0657 10 null -10", Change(herning));
        Assert.Equal("withdrawal", Assert.Single(herning.GetProperty("revisions").EnumerateArray()).Text("kind"));
    }

    [Fact]
    public async Task The_hash_is_that_of_the_text_anybody_can_take()
    {
        var (world, path) = await Frozen("edh");
        var text = await grid.Http.GetByteArrayAsync(new Uri($"/v1/{path}/1/text", UriKind.Relative), TestContext.Current.CancellationToken);

        var hash = (await world.Get($"{path}/1")).GetProperty("edition").Text("hash");

        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(text)));
        Assert.Contains("line\tregions/edh-ncc\tEDH-CDW-DIV\t2026-Q1\t160\t6\t\t\t\t\t5\t5\n", System.Text.Encoding.UTF8.GetString(text));
        Assert.Contains("head\tpilot/edh-stop-byggespild\t2\n", System.Text.Encoding.UTF8.GetString(text));
    }

    [Fact]
    public async Task The_same_question_has_the_same_edition_and_another_one_the_next_number()
    {
        var (world, path) = await Frozen("edr");

        var (status, again) = await world.Order(path, $$"""{"round":"r1","kpis":["EDR-CDW-DIV"],{{Quarter}}}""");
        Assert.Equal((200, "true", "1"), (status, again.Text("repeated"), again.Text("number")));
        var (made, other) = await world.Order(path, $$"""{"round":"r1","kpis":["EDR-CDW-DIV"],{{Quarter}},"by":"month"}""");
        Assert.Equal((201, "2"), (made, other.Text("number")));

        Assert.Equal(["1", "2"], (await world.Get(path)).GetProperty("items").EnumerateArray().Select(item => item.Text("number")));
    }

    [Theory]
    [InlineData("{}", 422, "round-or-cut-off")]
    [InlineData("""{"round":"r9"}""", 404, "round-unknown")]
    [InlineData("""{"round":"r1","cutOff":"2026-06-01T00:00:00Z"}""", 422, "round-or-cut-off")]
    [InlineData("""{"cutOff":"2026-06-01T00:00:00"}""", 422, "instant-unreadable")]
    [InlineData("""{"cutOff":"2999-06-01T00:00:00Z"}""", 422, "as-of-too-recent")]
    [InlineData("""{"cutOff":"1999-06-01T00:00:00Z"}""", 404, "region-unknown")]
    [InlineData("""{"round":"r1","kpis":["NO-SUCH"]}""", 404, "kpi-unknown")]
    [InlineData("""{"round":"r1","from":"2026-01-01"}""", 422, "range-half-given")]
    [InlineData("""{"round":"r1","from":"2026-02-01","to":"2026-01-01"}""", 422, "range-empty")]
    [InlineData("""{"round":"r1","from":"2020-01-01","to":"2026-01-01","by":"day"}""", 422, "too-many-periods")]
    [InlineData("""{"round":"r1","colour":"red"}""", 422, "field-unknown")]
    [InlineData("""{"round":""", 400, "json-unreadable")]
    public async Task What_is_wrong_with_an_order_is_named(string body, int status, string code)
    {
        var (world, path) = await Frozen("edx" + Math.Abs(body.GetHashCode(StringComparison.Ordinal)).ToString(CultureInfo.InvariantCulture));

        var (answered, problem) = await world.Order(path, body);

        Assert.Equal((status, code), (answered, problem.GetProperty("errors")[0].Text("code")));
    }

    /// <summary>The sample pilots, a round whose cut-off is past, and its edition.</summary>
    private async Task<(World World, string Path)> Frozen(string name)
    {
        var world = await Joint(grid, name);
        var cutOff = grid.AMinutePasses().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var region = world.Own("regions/ncc");
        await world.Put($"{region}/rounds/r1", JsonNode.Parse(
            $$"""{"title":"Round","date":"2999-01-01","cutOff":"{{cutOff}}","members":["DK-0751","DK-0615"]}""")!);
        var (status, made) = await world.Order($"{region}/editions", $$"""{"round":"r1","kpis":["{{world.Own("CDW-DIV")}}"],{{Quarter}}}""");
        Assert.True(status == 201, made.ToString());
        return (world, $"{region}/editions");
    }

    private static IEnumerable<string> Numbers(JsonElement edition) => edition.GetProperty("lines").EnumerateArray()
        .Select(line => $"{line.Text("place")} {line.Text("value")} {line.Text("reported")}/{line.Text("expected")}");

    private static IEnumerable<string> Changes(JsonElement changes) => changes.GetProperty("changed").EnumerateArray().Select(Change);

    private static string Change(JsonElement line) => $"{line.Text("place")} {line.Text("was")} {line.Text("now")} {line.Text("by")}";
}
