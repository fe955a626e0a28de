using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>Three municipalities merge on 1 July 2026; history stays under their codes.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class G16MergerTests(GoldenGrid grid)
{
    private static readonly string[] Old = ["BE-90161", "BE-90162", "BE-90163"];

    [Fact]
    public async Task G16_a_series_is_told_on_the_old_map_and_on_the_new_one_and_the_total_stays()
    {
        var world = new World(grid, "g16");
        await world.Kpi("CDW-GEN");
        await world.Region("r", [.. Old, "BE-90169 2026-07-01"]);
        foreach (var (at, code) in Old.Index())
        {
            await world.Pilot($"p{at}", $"{code} 1/1");
            await world.Push($"p{at}", "CDW-GEN", "a", "2026-03-31", $"\"value\":{12 - 3 * at},\"unit\":\"t\"");
        }
        await world.Pilot("p", "BE-90169 1/1");
        await world.Push("p", "CDW-GEN", "a", "2026-09-15", "\"value\":30,\"unit\":\"t\"");
        foreach (var code in Old) await world.Put($"municipalities/{code}", Ended(code));
        await world.Put("municipalities/BE-90169", Begun());

        var own = await Halves(world, "");
        Assert.Equal(["BE-90161 12,null", "BE-90162 9,null", "BE-90163 6,null", "BE-90169 null,30"], Lines(own));
        var merged = await Halves(world, "&boundaries=2026-07-01");
        Assert.Equal(["BE-90169 27,30"], Lines(merged));
        var line = Assert.Single(merged.GetProperty("split").EnumerateArray());
        Assert.Equal("Together", line.Text("name"));
        Assert.Equal([.. Old, "BE-90169"], line.GetProperty("codes").EnumerateArray().Select(code => code.GetString()));
        var old = await Halves(world, "&boundaries=2026-06-30");
        Assert.Equal(Lines(own), Lines(old));
        Assert.Contains("other-boundaries",
            old.GetProperty("split")[3].GetProperty("periods")[1].Marks());
        Assert.All([own, merged, old], answer => Assert.Equal(["27", "30"], answer.Periods()));
    }

    [Fact]
    public async Task G16_membership_of_the_new_municipality_is_stated_never_inherited()
    {
        var world = new World(grid, "g16-body");
        await world.Kpi("CDW-GEN");
        await world.Region("r", "BE-90171", "BE-90172");
        await world.Pilot("p", "BE-90171 1/1");
        await world.Push("p", "CDW-GEN", "a", "2026-03-31", "\"value\":12,\"unit\":\"t\"");
        foreach (var code in (string[])["BE-90171", "BE-90173"]) await world.Put($"municipalities/{code}", Ended(code, "BE-90179"));
        await world.Put("municipalities/BE-90179", Begun());

        // Which municipalities ended is known for a moment, so it may be told as it was just before.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var undecided = await Halves(world, "");
        while (!undecided.TryGetProperty("ended", out _) && !deadline.IsCancellationRequested) undecided = await Halves(world, "");
        Assert.Equal(["", "in-progress,member-ended"], Marks(undecided));
        var ended = Assert.Single(undecided.GetProperty("ended").EnumerateArray());
        Assert.Equal(
            "{'region':'regions/g16-body-r','municipality':'BE-90171','name':'BE-90171','ended':'2026-07-01',"
            + "'successors':[{'code':'BE-90179','name':'Together'}]}",
            JsonSerializer.Serialize(ended).Replace('"', '\''));
        Assert.False((await Quarters(world)).TryGetProperty("ended", out _));
        foreach (var (language, words) in ((string, string)[])[("en", "is not decided"), ("da", "er ikke afgjort"), ("nl", "is niet beslist")])
        {
            var page = await Page(world, language);
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains("Together", page, StringComparison.Ordinal);
        }

        await world.Put("regions/g16-body-r", Body("\"notMembers\":[{\"municipality\":\"BE-90179\",\"from\":\"2026-07-01\"}],", ""));
        Assert.Equal(["", "in-progress"], Marks(await Halves(world, "")));
        Assert.DoesNotContain("is not decided", await Page(world, "en"), StringComparison.Ordinal);
        await world.Put("regions/g16-body-r", Body("", ""));
        Assert.Equal(["", "in-progress,member-ended"], Marks(await Halves(world, "")));
        await world.Put("regions/g16-body-r", Body("", ",{\"municipality\":\"BE-90179\",\"from\":\"2026-07-01\"}"));
        Assert.Equal(["", "in-progress"], Marks(await Halves(world, "")));
    }

    private static IEnumerable<string> Marks(JsonElement answer) =>
        answer.GetProperty("periods").EnumerateArray().Select(period => string.Join(',', period.Marks()));

    private static Task<JsonElement> Quarters(World world) =>
        world.Totals("regions/r", "CDW-GEN", "2026-01-01", "2026-07-01", "&by=quarter");

    private Task<string> Page(World world, string language) => grid.Http.GetStringAsync(
        new Uri($"/{world.Own("regions/r")}?kpi={world.Own("CDW-GEN")}&period=2026&lang={language}", UriKind.Relative),
        TestContext.Current.CancellationToken);

    private static JsonNode Body(string notMembers, string more) => JsonNode.Parse($$"""
        {"name":"r","kind":"network",{{notMembers}}"reason":"the board met","members":[
         {"municipality":"BE-90171","from":"2007-01-01"},{"municipality":"BE-90172","from":"2007-01-01"}{{more}}]}
        """)!;

    private static Task<JsonElement> Halves(World world, string more) =>
        world.Totals("regions/r", "CDW-GEN", "2026-01-01", "2027-01-01", "&by=half&split=municipality" + more);

    private static IEnumerable<string> Lines(JsonElement answer) => answer.GetProperty("split").EnumerateArray()
        .Select(part => $"{part.Text("key")} {string.Join(',', part.Periods())}");

    private static JsonNode Ended(string code, string next = "BE-90169") => JsonNode.Parse($$"""
        {"country":"BE","timeZone":"Europe/Brussels","reason":"merger","intervals":[{"name":"{{code}}","from":"2007-01-01",
         "to":"2026-07-01","successors":[{"code":"{{next}}","kind":"merged"}]}]}
        """)!;

    private static JsonNode Begun() => JsonNode.Parse("""
        {"country":"BE","timeZone":"Europe/Brussels","reason":"merger","intervals":[{"name":"Together","from":"2026-07-01"}]}
        """)!;
}
