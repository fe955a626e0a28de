using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>Types of building by material stream (domain.md, h.16).</summary>
[Collection(nameof(GoldenGrid))]
public sealed class MatrixTests(GoldenGrid grid)
{
    [Fact]
    public async Task Lines_are_the_pilots_building_or_its_participants_and_add_to_the_total_with_a_line_for_none()
    {
        var world = await Vacant("mxa");
        var told = await Matrix(world, "regions/net", $"&beside={world.Own("VAC-A")}");

        Assert.Equal(["wood", "products"], told.GetProperty("classes").EnumerateArray().Select(each => each.GetString()));
        // Wood of the joint depot is a third each, and no building's.
        Assert.Equal(
            ["church 0 null,null null 800", "factory 1 null,3.1 3.1 4000", "school 1 2.5,1 3.5 1200", "null 1 4,null 4 null"],
            Lines(told));
        Assert.Equal("null 3 6.5,4.1 10.6 absent", Line(told.GetProperty("total")));
        Assert.Equal("absent", told.Text("hidden"));
        Assert.Equal("10.6", (await world.Totals("regions/net", "MAT-REU", "2026-01-01", "2026-07-01")).Value());
    }

    [Fact]
    public async Task Of_one_municipality_it_is_what_was_allocated_to_it()
    {
        var world = await Vacant("mxb");
        var told = await Matrix(world, "municipalities/BE-34022", "");
        Assert.Equal(["factory 1 null,3.1 3.1 absent", "null 1 1.333333333,null 1.333333333 absent"], Lines(told));
    }

    [Fact]
    public async Task Random_amounts_add_to_the_total_cell_by_cell()
    {
        var world = new World(grid, "mxr");
        await world.Kpi("MAT-REU");
        var random = new Random(1);
        var classes = StarterCatalogue.Kpis[KpiCode.Parse("MAT-REU")].Classes;
        string[] types = ["null", "\"school\"", "\"church\"", "\"other\""];
        await world.Region("net", Towns);
        for (var n = 0; n < 12; n++)
        {
            await Pilot(world, $"p{n}", types[random.Next(types.Length)], [.. Towns.Take(random.Next(1, 4))]);
            for (var id = 0; id < 4; id++)
                await Push(world, $"p{n}", $"{n}-{id}", classes[random.Next(classes.Count)].Value, random.Next(1, 1_000_000) / 1_000m);
        }
        var told = await Matrix(world, "regions/net", "");
        foreach (var at in Enumerable.Range(0, told.GetProperty("classes").GetArrayLength()))
            Assert.Equal(Cell(told.GetProperty("total"), at), told.GetProperty("lines").EnumerateArray().Sum(line => Cell(line, at)));
        Assert.Equal(decimal.Parse(told.GetProperty("total").Text("value"), System.Globalization.CultureInfo.InvariantCulture),
            Enumerable.Range(0, told.GetProperty("classes").GetArrayLength()).Sum(at => Cell(told.GetProperty("total"), at)));
    }

    [Theory]
    [InlineData("CDW-GEN", "", "kpi-without-classes"), InlineData("VAC-A", "", "classes-are-building-types")]
    [InlineData("STR-STAGE", "", "kpi-not-additive"), InlineData("MAT-REU", "&beside=MAT-REU", "beside-not-of-buildings")]
    [InlineData("MAT-REU", "&beside=NONE", "kpi-unknown")]
    public async Task What_has_no_matrix_is_refused_with_its_remedy(string kpi, string more, string code)
    {
        var world = new World(grid, "mxn");
        await world.Region("net", "BE-13040");
        using var answer = await grid.Http.GetAsync(
            new Uri($"/v1/regions/mxn-net/matrix?kpi={kpi}&from=2026-01-01&to=2026-04-01{more}", UriKind.Relative),
            TestContext.Current.CancellationToken);
        Assert.Equal(code == "kpi-unknown" ? 404 : 422, (int)answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Three vacant buildings of a joint pilot, a school of its own, and a depot of no building.</summary>
    private async Task<World> Vacant(string name)
    {
        var world = new World(grid, name);
        await world.Kpi("MAT-REU");
        await world.Kpi("VAC-A");
        await world.Region("net", Towns);
        await Pilot(world, "vacant", "null", Towns, ("BE-13040", "school"), ("BE-35013", "church"), ("BE-34022", "factory"));
        await Pilot(world, "school", "\"school\"", ["BE-13040"]);
        await Pilot(world, "depot", "null", Towns);
        foreach (var (town, type, area) in ((string, string, int)[])[("BE-13040", "school", 1200), ("BE-35013", "church", 800), ("BE-34022", "factory", 4000)])
            await world.Push("vacant", "VAC-A", type, "2026-03-31",
                $"\"class\":\"{type}\",\"municipality\":\"{town}\",\"value\":{area},\"unit\":\"m2\"");
        await Push(world, "vacant", "reused", "products", 3.1m, ",\"municipality\":\"BE-34022\"");
        await Push(world, "school", "beams", "wood", 2.5m);
        await Push(world, "school", "doors", "products", 1m);
        await Push(world, "depot", "planks", "wood", 4m);
        return world;
    }

    private static readonly string[] Towns = ["BE-13040", "BE-34022", "BE-35013"];

    /// <summary>Equal shares of some towns, each with KPI streams of its own for a type of building.</summary>
    private static Task Pilot(World world, string id, string type, string[] towns, params (string Town, string Type)[] buildings) =>
        world.Put(world.Own($"pilots/{id}"), JsonNode.Parse($$"""
            {"name":"{{id}}","kind":"{{(towns.Length == 1 ? "single" : "joint")}}","start":"2025-12-01","buildingType":{{type}},
             "shares":[{{string.Join(',', towns.Select(town => $$"""{"municipality":"{{town}}","parts":1,"whole":{{towns.Length}},"from":"2007-01-01"}"""))}}],
             "kpis":[{{string.Join(',', buildings.Select(each =>
                $$"""{"kpi":"{{world.Own("VAC-A")}}","class":"{{each.Type}}","municipality":"{{each.Town}}","from":"2026-01-01"}"""))}}]}
            """)!);

    private static async Task Push(World world, string pilot, string id, string @class, decimal tonnes, string more = "") =>
        await world.Push(pilot, "MAT-REU", id, "2026-Q2", string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"\"class\":\"{@class}\",\"value\":{tonnes},\"unit\":\"t\"{more}"));

    /// <summary>Of the first half, once everything pushed is in it.</summary>
    private static async Task<JsonElement> Matrix(World world, string place, string more)
    {
        await world.Totals("regions/net", "MAT-REU", "2026-01-01", "2026-07-01");
        return await world.Get($"{world.Own(place)}/matrix?kpi={world.Own("MAT-REU")}&from=2026-01-01&to=2026-07-01{more}");
    }

    private static IEnumerable<string> Lines(JsonElement told) => told.GetProperty("lines").EnumerateArray().Select(Line);

    /// <summary>Type, pilots, cells, sum, and what stands beside it.</summary>
    private static string Line(JsonElement line) => string.Join(' ', line.Text("buildingType"), line.Text("pilots"),
        string.Join(',', line.GetProperty("cells").EnumerateArray().Select(cell => cell.GetRawText())), line.Text("value"),
        line.TryGetProperty("beside", out var beside) ? beside[0].Text("value") : "absent");

    private static decimal Cell(JsonElement line, int at) =>
        line.GetProperty("cells")[at] is { ValueKind: JsonValueKind.Number } cell ? cell.GetDecimal() : 0;
}
