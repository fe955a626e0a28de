using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>A region by field (domain.md, h.15), on 20 November 2026.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class FieldsTests(GoldenGrid grid)
{
    [Fact]
    public async Task Each_field_has_its_kpis_with_what_its_pilots_allocated_here_and_a_tempo_of_its_own()
    {
        var world = await Center("fla");
        var told = await Fields(world, "regions/net");
        Assert.Equal(["companies 2", "education 0", "citizens 1", "municipality-as-organisation 0"],
            told.GetProperty("fields").EnumerateArray().Select(field => $"{field.Text("field")} {field.Text("pilots")}"));
        // A quarter of the joint pilot's 40 t lies outside the region.
        Assert.Equal(["CDW-GEN 40 quarter 2 2026-06-30", "EVT-N 6 quarter 1 2026-03-31"], Kpis(told, 0, world));
        Assert.Equal(["EVT-N 6 quarter 1 2026-03-31"], Kpis(told, 2, world));
        Assert.Equal(("2026-06-30", "2026-03-31", "null"), (Last(told, 0), Last(told, 2), Last(told, 1)));
        Assert.Equal([$"{world.Own("center")} {world.Own("EVT-N")} companies,citizens"], told.GetProperty("shared").EnumerateArray()
            .Select(each => $"{each.Text("pilot")} {each.Text("kpi")} {string.Join(',', each.GetProperty("fields").EnumerateArray())}"));
        Assert.Equal(("1", "absent"), (told.Text("untagged"), told.Text("hidden")));
    }

    [Fact]
    public async Task What_a_field_has_late_is_said_of_it()
    {
        var world = await Center("flb");
        var told = await Fields(world, "regions/net");
        Assert.NotEqual("0", told.GetProperty("fields")[2].Text("late"));
        Assert.Equal("0", told.GetProperty("fields")[1].Text("late"));
    }

    [Fact]
    public async Task Of_a_municipality_it_is_its_part()
    {
        var world = await Center("flc");
        Assert.Equal(["CDW-GEN 10 quarter 1 2026-06-30"], Kpis(await Fields(world, "municipalities/DK-FLC2"), 0, world));
    }

    /// <summary>A centre in the first of three towns, of two fields, whose waste is for companies alone; a pilot of all three for
    /// companies; one in no field. The third is not in the region. Each world has towns of its own: their pilots count.</summary>
    private async Task<World> Center(string name)
    {
        var world = new World(grid, name);
        await world.Kpi("CDW-GEN");
        await world.Kpi("EVT-N");
        var towns = Enumerable.Range(1, 3).Select(n => $"DK-{name.ToUpperInvariant()}{n}").ToArray();
        await world.Region("net", towns[0], towns[1]);
        await world.Region("outside", towns[2]);
        await Pilot(world, "center", """["citizens","companies"]""", [$"{towns[0]} 1"], ("EVT-N", null), ("CDW-GEN", "companies"));
        await Pilot(world, "joint", """["companies"]""", [$"{towns[0]} 2", $"{towns[1]} 1", $"{towns[2]} 1"], ("CDW-GEN", null));
        await Pilot(world, "plain", """["waste"]""", [$"{towns[1]} 1"], ("EVT-N", null));
        await world.Push("center", "EVT-N", "w", "2026-Q1", "\"value\":6,\"unit\":\"1\"");
        await world.Push("center", "CDW-GEN", "g", "2026-Q1", "\"value\":10,\"unit\":\"t\"");
        await world.Push("joint", "CDW-GEN", "g", "2026-Q2", "\"value\":40,\"unit\":\"t\"");
        await world.Push("plain", "EVT-N", "w", "2026-Q1", "\"value\":100,\"unit\":\"1\"");
        return world;
    }

    private static Task Pilot(World world, string id, string tags, string[] shares, params (string Kpi, string? Tag)[] streams) =>
        world.Put(world.Own($"pilots/{id}"), JsonNode.Parse($$"""
            {"name":"{{id}}","kind":"{{(shares.Length == 1 ? "single" : "joint")}}","start":"2025-12-01","tags":{{tags}},
             "shares":[{{string.Join(',', shares.Select(share => share.Split(' ')).Select(share =>
                $$"""{"municipality":"{{share[0]}}","parts":{{share[1]}},"whole":{{shares.Sum(each => int.Parse(each.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))}},"from":"2007-01-01"}"""))}}],
             "kpis":[{{string.Join(',', streams.Select(stream =>
                $$"""{"kpi":"{{world.Own(stream.Kpi)}}","from":"2026-01-01"{{(stream.Tag is null ? "" : $",\"tags\":[\"{stream.Tag}\"]")}}}"""))}}]}
            """)!);

    private static async Task<JsonElement> Fields(World world, string place)
    {
        await world.Totals("regions/net", "CDW-GEN", "2026-01-01", "2027-01-01");
        await world.Totals("regions/net", "EVT-N", "2026-01-01", "2027-01-01");
        return await world.Get($"{world.Own(place)}/fields?from=2026-01-01&to=2027-01-01");
    }

    private static string Last(JsonElement told, int field) => told.GetProperty("fields")[field].Text("lastReported");

    /// <summary>Code, value, frequency, pilots and last day reported.</summary>
    private static IEnumerable<string> Kpis(JsonElement told, int field, World world) =>
        told.GetProperty("fields")[field].GetProperty("kpis").EnumerateArray().Select(kpi => string.Join(' ',
            kpi.Text("kpi")[(world.Own("A").Length - 1)..], kpi.GetProperty("total").Text("value"), kpi.Text("frequency"), kpi.Text("pilots"), kpi.Text("lastReported")));
}
