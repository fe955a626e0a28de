using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>A body's weighed 90 t for three members, and members who report more: listed until one of them is corrected.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class ConflictsTests(GoldenGrid grid)
{
    private static readonly string[] Members = ["BE-34002", "BE-34003", "BE-34009"];

    [Fact]
    public async Task Members_who_report_more_than_a_weighed_whole_are_listed_until_one_is_corrected()
    {
        var world = await Body("cf1", "MAT-REU");
        await Whole(world, 90);
        await Own(world, "a", "BE-34002", 60);
        Assert.Empty(await Conflicts(world, "regions/body"));
        await Own(world, "b", "BE-34003", 40);

        foreach (var place in (string[])["regions/body", "pilots/p", "municipalities/BE-34009"])
        {
            var conflict = Assert.Single(await Conflicts(world, place), each => each.Text("pilot") == world.Own("p"));
            Assert.Equal(("90", "100", "10", "more-than-whole", "2026-Q1", "wood"), (conflict.GetProperty("whole").Text("amount"),
                conflict.Text("ownSum"), conflict.Text("difference"), conflict.Text("why"), conflict.Text("period"), conflict.Text("class")));
            Assert.Equal(["BE-34002 60 a", "BE-34003 40 b"], conflict.GetProperty("own").EnumerateArray().Select(own =>
                $"{own.Text("municipality")} {own.Text("amount")} {own.GetProperty("ids")[0].GetString()}"));
            Assert.Equal("Intermunicipal", conflict.GetProperty("whole").Text("onBehalfOf"));
            Assert.Contains("at least 100 t", conflict.Text("resolve"), StringComparison.Ordinal);
        }
        Assert.Equal("90", (await world.Quarter("regions/body", "MAT-REU")).Value());

        await world.Revise("p", "MAT-REU", "b", 2, "correction",
            "\"period\":\"2026-Q1\",\"value\":25,\"unit\":\"t\",\"class\":\"wood\",\"flag\":\"measured\",\"municipality\":\"BE-34003\"");
        Assert.Empty(await Conflicts(world, "pilots/p"));
        Assert.Empty(await Conflicts(world, "regions/body"));
    }

    [Fact]
    public async Task When_all_have_reported_they_must_come_to_the_whole()
    {
        var world = await Body("cf2", "MAT-REU");
        await Whole(world, 90);
        foreach (var (at, code) in Members.Index()) await Own(world, $"o{at}", code, 20);
        var conflict = Assert.Single(await Conflicts(world, "pilots/p"));
        Assert.Equal(("60", "-30", "nobody-left"), (conflict.Text("ownSum"), conflict.Text("difference"), conflict.Text("why")));
        Assert.Contains("to 60 t", conflict.Text("resolve"), StringComparison.Ordinal);
        await world.Revise("p", "MAT-REU", "body", 2, "withdrawal");
        Assert.Empty(await Conflicts(world, "pilots/p"));
    }

    [Fact]
    public async Task A_conflict_of_standing_values_lasts_while_they_are_in_force()
    {
        var world = await Body("cf3", "BANK-STK");
        async Task Stock(string id, string day, int value, string? municipality) => await world.Push("p", "BANK-STK", id, day,
            $"\"value\":{value},\"unit\":\"t\",\"flag\":\"weighed\"{(municipality is null ? "" : $",\"municipality\":\"{municipality}\"")}");
        await Stock("whole", "2026-01-31", 50, null);
        await Stock("own", "2026-02-28", 70, "BE-34002");
        var conflict = Assert.Single(await Conflicts(world, "pilots/p"));
        Assert.Equal(("50", "70"), (conflict.GetProperty("whole").Text("amount"), conflict.Text("ownSum")));
        await Stock("later", "2026-03-31", 90, null);
        Assert.Empty(await Conflicts(world, "pilots/p"));
    }

    private async Task<World> Body(string name, string kpi)
    {
        var world = new World(grid, name);
        await world.Kpi(kpi);
        await world.Region("body", Members);
        await world.Pilot("p", [.. Members.Select(code => $"{code} 1/3")]);
        return world;
    }

    private static Task<JsonElement> Whole(World world, int value) => world.Push("p", "MAT-REU", "body", "2026-Q1",
        $"\"value\":{value},\"unit\":\"t\",\"class\":\"wood\",\"flag\":\"weighed\",\"onBehalfOf\":\"Intermunicipal\"");

    private static Task<JsonElement> Own(World world, string id, string code, int value) => world.Push("p", "MAT-REU", id, "2026-Q1",
        $"\"value\":{value},\"unit\":\"t\",\"class\":\"wood\",\"flag\":\"measured\",\"municipality\":\"{code}\"");

    /// <summary>The pilot answers at once; what a place answers is its pilots' word too.</summary>
    private static async Task<IReadOnlyList<JsonElement>> Conflicts(World world, string place) =>
        [.. (await world.Get($"{world.Own(place)}/conflicts")).GetProperty("conflicts").EnumerateArray()];
}
