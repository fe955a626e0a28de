using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>What is behind movements (domain.md, h.20), on 20 November 2026.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class InstrumentsTests(GoldenGrid grid)
{
    private const string Tree = "https://example.org/tree";
    private const string Book = "https://example.org/book/7";

    [Fact]
    public async Task An_instrument_has_a_sum_a_kpi_of_the_parts_here_and_nothing_counts_twice()
    {
        var world = await Library("ina");
        var told = await Ask(world, "place=regions/ina-net");
        Assert.Equal(["Decision tree decision-tree 4", "Book book-page 1"], told.GetProperty("instruments").EnumerateArray()
            .Select(each => $"{each.Text("title")} {each.Text("kind")} {each.Text("movements")}"));
        // Of the weighed 40 t in halves a town's own 12 t takes the place of its part; the other town is not in the region.
        // The euros stand beside the tonnes; the workshops of the quarter before are in no sum of this one.
        Assert.Equal(["CDW-GEN 22 t 2", "FIN-SPD 500 EUR 1", "PROC-R 40 % 1"], Effects(told, 0, world));
        Assert.Equal([world.Own("joint"), world.Own("own")], told.GetProperty("instruments")[0].GetProperty("pilots").EnumerateArray().Select(each => each.GetString()!));
        Assert.Equal(["CDW-GEN 5 t 1"], Effects(told, 1, world));
    }

    [Fact]
    public async Task What_worked_for_a_kpi_comes_by_effect_less_first_where_less_is_better()
    {
        var world = await Library("inb");
        Assert.Equal(["Book", "Decision tree"], Titles(await Ask(world, $"place=regions/inb-net&kpi={world.Own("CDW-GEN")}")));
        Assert.Equal(["Decision tree"], Titles(await Ask(world, $"place=regions/inb-net&kpi={world.Own("PROC-R")}")));
        Assert.Equal(["Book"], Titles(await Ask(world, "place=regions/inb-net&q=page+BOOK")));
        Assert.Empty(Titles(await Ask(world, "place=regions/inb-net&q=book+tree")));
    }

    [Fact]
    public async Task A_next_step_that_takes_an_instrument_stands_with_it_also_before_anything_moved()
    {
        var world = await Library("inc");
        await world.Put("regions/inc-net/rounds/r1", JsonNode.Parse(
            """{"title":"Round","date":"2026-11-01","cutOff":"2026-11-01T00:00:00Z","members":["BE-INC1"]}""")!);
        await world.Put("regions/inc-net/rounds/r1/turns/BE-INC1", JsonNode.Parse("""
            {"steps":[{"text":"Tender the roof","by":"2026-12-01","link":"https://example.org/tender"}]}
            """)!);
        var told = await Ask(world, "place=regions/inc-net&q=tender");
        var found = Assert.Single(told.GetProperty("instruments").EnumerateArray());
        Assert.Equal(("https://example.org/tender", "null", "0"), (found.Text("title"), found.Text("kind"), found.Text("movements")));
        var step = Assert.Single(found.GetProperty("steps").EnumerateArray());
        Assert.Equal(("regions/inc-net", "r1", "BE-INC1", "Tender the roof", "2026-12-01"),
            (step.Text("region"), step.Text("round"), step.Text("municipality"), step.Text("text"), step.Text("by")));
    }

    [Theory]
    [InlineData("""{"steps":[{"text":"s","link":"javascript:alert(1)"}]}""", "url-not-allowed")]
    [InlineData("""{"steps":[{"text":"s","link":"tender"}]}""", "url-not-allowed")]
    public async Task A_step_links_to_no_more_than_a_page(string turn, string code)
    {
        var world = await Library("ind");
        await world.Put("regions/ind-net/rounds/r1", JsonNode.Parse(
            """{"title":"Round","date":"2026-11-01","cutOff":"2026-11-01T00:00:00Z","members":["BE-IND1"]}""")!);
        using var content = new StringContent(turn, System.Text.Encoding.UTF8, "application/json");
        using var answer = await grid.Http.PutAsync(new Uri("/v1/regions/ind-net/rounds/r1/turns/BE-IND1", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "place-required"), InlineData("place=pilots/x", "place-unreadable"), InlineData("place=regions/nowhere", "region-unknown")]
    public async Task What_cannot_be_asked_is_refused_with_its_remedy(string query, string code)
    {
        using var answer = await grid.Http.GetAsync(
            new Uri($"/v1/instruments?from=2026-01-01&to=2026-07-01&{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(code == "region-unknown" ? 404 : 422, (int)answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>A joint pilot of a town in the region and one outside, which uses the tree; a pilot of the town with tree and
    /// book. Each world has towns of its own: their pilots count.</summary>
    private async Task<World> Library(string name)
    {
        var world = new World(grid, name);
        foreach (var kpi in (string[])["CDW-GEN", "FIN-SPD", "PROC-R", "EVT-N"]) await world.Kpi(kpi);
        string[] towns = [$"BE-{name.ToUpperInvariant()}1", $"BE-{name.ToUpperInvariant()}2"];
        await world.Region("net", towns[0]);
        await world.Region("outside", towns[1]);
        await Pilot(world, "joint", $$"""{"title":"Decision tree","url":"{{Tree}}","kind":"decision-tree"}""", towns);
        await Pilot(world, "own", $$"""{"title":"Book","url":"{{Book}}","kind":"book-page"}""", towns[0]);
        await Push(world, "joint", "CDW-GEN", "q", "2026-Q2", "\"value\":40,\"unit\":\"t\",\"flag\":\"weighed\"", Tree);
        await Push(world, "joint", "CDW-GEN", "o", "2026-Q2", $"\"value\":12,\"unit\":\"t\",\"municipality\":\"{towns[0]}\"", Tree);
        await Push(world, "own", "CDW-GEN", "t", "2026-Q2", "\"value\":10,\"unit\":\"t\"", Tree);
        await Push(world, "own", "CDW-GEN", "b", "2026-Q2", "\"value\":5,\"unit\":\"t\"", Book);
        await Push(world, "own", "CDW-GEN", "n", "2026-Q2", "\"value\":1000,\"unit\":\"t\"", null);
        await Push(world, "own", "FIN-SPD", "f", "2026-Q2", "\"value\":500,\"unit\":\"EUR\"", Tree);
        await Push(world, "own", "PROC-R", "p", "2026-Q2", "\"numerator\":6,\"denominator\":15,\"unit\":\"tender\"", Tree);
        await Push(world, "own", "EVT-N", "e", "2026-Q1", "\"value\":3,\"unit\":\"1\"", Tree);
        return world;
    }

    private static Task Pilot(World world, string id, string link, params string[] towns) => world.Put(world.Own($"pilots/{id}"), JsonNode.Parse($$"""
        {"name":"{{id}}","kind":"{{(towns.Length == 1 ? "single" : "joint")}}","start":"2025-12-01","links":[{{link}}],
         "shares":[{{string.Join(',', towns.Select(town => $$"""{"municipality":"{{town}}","parts":1,"whole":{{towns.Length}},"from":"2007-01-01"}"""))}}]}
        """)!);

    private static async Task Push(World world, string pilot, string kpi, string id, string period, string content, string? link) =>
        await world.Push(pilot, kpi, id, period, content + (link is null ? "" : $",\"links\":[\"{link}\"]"));

    /// <summary>Of the second quarter, once everything pushed is in it.</summary>
    private static async Task<JsonElement> Ask(World world, string query)
    {
        await world.Totals("regions/net", "CDW-GEN", "2026-04-01", "2026-07-01");
        return await world.Get($"instruments?from=2026-04-01&to=2026-07-01&{query}");
    }

    private static IEnumerable<string> Titles(JsonElement told) =>
        told.GetProperty("instruments").EnumerateArray().Select(each => each.Text("title"));

    /// <summary>Code, value, unit and measurements.</summary>
    private static IEnumerable<string> Effects(JsonElement told, int at, World world) =>
        told.GetProperty("instruments")[at].GetProperty("effects").EnumerateArray().Select(effect => string.Join(' ',
            effect.Text("kpi")[(world.Own("A").Length - 1)..], effect.GetProperty("total").Text("value"),
            effect.GetProperty("total").Text("unit") is "absent" ? effect.Text("unit") : effect.GetProperty("total").Text("unit"), effect.Text("movements")));
}
