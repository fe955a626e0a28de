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

    private static Task<JsonElement> Halves(World world, string more) =>
        world.Totals("regions/r", "CDW-GEN", "2026-01-01", "2027-01-01", "&by=half&split=municipality" + more);

    private static IEnumerable<string> Lines(JsonElement answer) => answer.GetProperty("split").EnumerateArray()
        .Select(part => $"{part.Text("key")} {string.Join(',', part.Periods())}");

    private static JsonNode Ended(string code) => JsonNode.Parse($$"""
        {"country":"BE","timeZone":"Europe/Brussels","reason":"merger","intervals":[{"name":"{{code}}","from":"2007-01-01",
         "to":"2026-07-01","successors":[{"code":"BE-90169","kind":"merged"}]}]}
        """)!;

    private static JsonNode Begun() => JsonNode.Parse("""
        {"country":"BE","timeZone":"Europe/Brussels","reason":"merger","intervals":[{"name":"Together","from":"2026-07-01"}]}
        """)!;
}
