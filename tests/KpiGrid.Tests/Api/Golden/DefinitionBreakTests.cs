using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>A definition that changes: two series, side by side where a period was reported under both.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class DefinitionBreakTests(GoldenGrid grid)
{
    [Fact]
    public async Task Both_definitions_stand_side_by_side_over_the_round_that_was_reported_under_both()
    {
        var world = new World(grid, "dbr");
        await world.Kpi("CDW-GEN");
        await world.Region("net", "DK-0615", "DK-0657");
        await world.Pilot("horsens", "DK-0615 1/1");
        await world.Pilot("herning", "DK-0657 1/1");
        await Report(world, "old", ("horsens", "2026-Q1", 30), ("herning", "2026-Q1", 10), ("horsens", "2026-Q2", 20));
        await Change(world, comparable: false);
        await Report(world, "new", ("horsens", "2026-Q2", 17), ("herning", "2026-Q2", 9), ("horsens", "2026-Q3", 12));

        var answer = await world.Totals("regions/net", "CDW-GEN", "2026-01-01", "2026-10-01", "&by=quarter&split=definition");

        Assert.Equal(["40", "null", "12"], answer.Periods());
        Assert.Equal(["1: 40 20 null", "2: null 26 12"], Lines(answer));
        Assert.Equal(["definition-break"], answer.GetProperty("periods")[1].Marks());
    }

    [Fact]
    public async Task A_definition_comparable_with_the_one_before_goes_on_in_its_line()
    {
        var world = new World(grid, "dbc");
        await world.Kpi("CDW-GEN");
        await world.Region("net", "DK-0615");
        await world.Pilot("horsens", "DK-0615 1/1");
        await Report(world, "old", ("horsens", "2026-Q1", 30));
        await Change(world, comparable: true);
        await Report(world, "new", ("horsens", "2026-Q2", 20));

        var answer = await world.Totals("regions/net", "CDW-GEN", "2026-01-01", "2026-07-01", "&split=definition");

        Assert.Equal(("50", "1: 50"), (answer.Value(), Assert.Single(Lines(answer))));
    }

    private static async Task Report(World world, string id, params (string Pilot, string Period, int Tonnes)[] figures)
    {
        foreach (var (pilot, period, tonnes) in figures)
            await world.Push(pilot, "CDW-GEN", $"{id}-{period}", period, $"\"value\":{tonnes},\"unit\":\"t\"");
    }

    private static async Task Change(World world, bool comparable)
    {
        var facts = JsonSerializer.SerializeToNode(StarterCatalogue.Kpis[KpiCode.Parse("CDW-GEN")], KpiGridJson.Options)!;
        facts["definitions"] = new JsonObject { ["en"] = "Soil is no longer counted.", ["da"] = "", ["nl"] = "" };
        facts["comparableWith"] = comparable ? new JsonArray(1) : new JsonArray();
        facts["reason"] = "soil is left out";
        await world.Put($"kpis/{world.Own("CDW-GEN")}", facts);
    }

    private static IEnumerable<string> Lines(JsonElement answer) => answer.GetProperty("split").EnumerateArray()
        .Select(line => $"{line.Text("key")}: {string.Join(" ", line.Periods())}");
}
