using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>How an icon project spread, on 20 November 2026.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class LineageTests(GoldenGrid grid)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replicas_stand_beside_the_original_over_as_many_months_as_both_have_behind_them()
    {
        var world = await Icon("lna");
        await Pilot(world, "first", "NL-9102", "2026-07-01", "icon");
        await Pilot(world, "second", "NL-9103", "2026-09-01", "first");
        await Pilot(world, "begun", "NL-9103", "2026-11-10", "icon");
        await Push(world, "icon", "2026-01-15", 40);
        await Push(world, "icon", "2026-02-15", 44);
        await Push(world, "icon", "2026-06-15", 100);
        await Push(world, "first", "2026-07-15", 31);
        await Push(world, "second", "2026-10-20", 7);

        // Asked of a replica of a replica, the family is the same.
        var told = await world.Get($"pilots/{world.Own("second")}/lineage?kpi={world.Own("CDW-GEN")}&months=4&per=inhabitant&scaleTo={world.Own("regions/net")[8..]}");

        Assert.Equal((world.Own("icon"), "absent"), (told.Text("original"), told.Text("hidden")));
        Assert.Equal(["icon 0", "begun 1", "first 1", "second 2"], told.GetProperty("pilots").EnumerateArray()
            .Select(pilot => $"{pilot.Text("name")} {pilot.Text("generation")}"));
        var (begun, first, second) = (Result(told, 1), Result(told, 2), Result(told, 3));
        Assert.Equal(("null", "null"), (begun.GetProperty("replica").Text("value"), begun.Text("difference")));
        Assert.Equal(("84", "31", "2026-07-01/2026-11-01"),
            (first.GetProperty("original").Text("absolute"), first.GetProperty("replica").Text("absolute"), first.GetProperty("replica").Text("days")));
        // Two months only, and per 1,000 of 100,000 and of 50,000 inhabitants.
        Assert.Equal(("0.84", "0.14", "-0.7"),
            (second.GetProperty("original").Text("value"), second.GetProperty("replica").Text("value"), second.Text("difference")));
        var together = told.GetProperty("comparison");
        Assert.Equal(3, together.GetProperty("lines").GetArrayLength());
        Assert.Equal(("21", "126"), (together.GetProperty("scale").Text("low"), together.GetProperty("scale").Text("high")));
    }

    [Fact]
    public async Task Modelled_beside_measured_is_said_of_the_replica()
    {
        var world = await Icon("lnb");
        await Pilot(world, "copy", "NL-9102", "2026-07-01", "icon");
        await Push(world, "icon", "2026-01-15", 40);
        await world.Push("copy", "CDW-GEN", "m", "2026-07-15", "\"value\":5,\"unit\":\"t\",\"flag\":\"modelled\"");
        var told = await world.Get($"pilots/{world.Own("icon")}/lineage?kpi={world.Own("CDW-GEN")}");
        var gate = Result(told, 1).GetProperty("gate");
        Assert.Equal(("false", "method"), (gate.Text("open"), Assert.Single(gate.GetProperty("reasons").EnumerateArray()).Text("code")));
        Assert.Equal("-35", Result(told, 1).Text("difference"));
    }

    [Fact]
    public async Task The_adoption_curve_counts_starts_beside_what_is_reported_as_replications()
    {
        var world = await Icon("lnc");
        await Pilot(world, "first", "NL-9102", "2026-04-01", "icon");
        await Pilot(world, "second", "NL-9103", "2026-08-01", "first");
        await Pilot(world, "planned", "NL-9103", "2027-01-01", "icon");
        await grid.Http.PostAsJsonAsync($"/v1/pilots/{world.Own("icon")}/measurements",
            new { id = "n1", kpi = "SCALE-N", period = "2026-Q2", value = 1, unit = "1" }, Cancelled);
        await grid.Http.PostAsJsonAsync($"/v1/pilots/{world.Own("first")}/measurements",
            new { id = "n1", kpi = "SCALE-N", period = "2026-Q3", value = 2, unit = "1" }, Cancelled);
        var told = await world.Get($"pilots/{world.Own("icon")}/lineage");
        Assert.Equal(
            ["2026-03-31 0 null", "2026-06-30 1 1", "2026-09-30 2 3", "2026-11-20 2 3"],
            told.GetProperty("adoption").EnumerateArray().Select(point => $"{point.Text("on")} {point.Text("replicas")} {point.Text("reported")}"));
        Assert.Equal(("absent", "absent"), (told.Text("comparison"), told.GetProperty("pilots")[1].Text("result")));
    }

    [Theory]
    [InlineData("icon", "icon"), InlineData("icon", "first"), InlineData("icon", "second"), InlineData("first", "second")]
    public async Task A_pilot_that_would_repeat_itself_is_refused_and_nothing_is_recorded(string pilot, string original)
    {
        var world = await Icon($"lnd-{pilot}-{original}");
        await Pilot(world, "first", "NL-9102", "2026-04-01", "icon");
        await Pilot(world, "second", "NL-9103", "2026-08-01", "first");
        using var answer = await grid.Http.PutAsJsonAsync($"/v1/pilots/{world.Own(pilot)}", Facts(world, pilot, "NL-9101", "2026-01-01", original), Cancelled);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("\"replica-cycle\"", text, StringComparison.Ordinal);
        Assert.Equal("1", (await world.Get($"pilots/{world.Own(pilot)}")).Text("head"));
    }

    [Theory]
    [InlineData("per=inhabitant", "kpi-required"), InlineData("kpi=CDW-GEN&scaleTo=net", "scale-needs-inhabitants")]
    [InlineData("kpi=CDW-GEN&by=year", "by-unknown"), InlineData("kpi=CDW-GEN&clock=calendar", "parameter-unknown")]
    public async Task What_cannot_be_asked_is_refused_with_its_remedy(string query, string code)
    {
        var world = await Icon("lne");
        using var answer = await grid.Http.GetAsync(new Uri($"/v1/pilots/{world.Own("icon")}/lineage?{query}", UriKind.Relative), Cancelled);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    /// <summary>An icon project in a town of 100,000, one of 200,000 and one of 50,000 beside it, all in a region.</summary>
    private async Task<World> Icon(string name)
    {
        var world = new World(grid, name);
        await world.Kpi("CDW-GEN");
        foreach (var (code, inhabitants) in ((string, int)[])[("NL-9101", 100_000), ("NL-9102", 200_000), ("NL-9103", 50_000)])
            await world.Put($"municipalities/{code}", JsonNode.Parse($$"""
                {"country":"NL","timeZone":"Europe/Amsterdam","intervals":[{"name":"{{code}}","from":"2007-01-01"}],
                 "population":[{"from":"2019-01-01","value":{{inhabitants}},"source":"invented"}]}
                """)!);
        await world.Put(world.Own("regions/net"), JsonNode.Parse("""
            {"name":"net","kind":"network","members":[{"municipality":"NL-9101","from":"2007-01-01"},{"municipality":"NL-9103","from":"2007-01-01"}]}
            """)!);
        await Pilot(world, "icon", "NL-9101", "2026-01-01", null);
        return world;
    }

    private static Task Pilot(World world, string id, string town, string start, string? original) =>
        world.Put(world.Own($"pilots/{id}"), Facts(world, id, town, start, original));

    private static JsonNode Facts(World world, string id, string town, string start, string? original) => JsonNode.Parse($$"""
        {"name":"{{id}}","kind":"single","start":"{{start}}","reason":"test",
         "replicaOf":{{(original is null ? "null" : $"\"{world.Own(original)}\"")}},
         "shares":[{"municipality":"{{town}}","parts":1,"whole":1,"from":"2007-01-01"}]}
        """)!;

    private static async Task Push(World world, string pilot, string day, int tonnes) =>
        await world.Push(pilot, "CDW-GEN", day, day, $"\"value\":{tonnes},\"unit\":\"t\",\"flag\":\"weighed\"");

    private static JsonElement Result(JsonElement told, int at) => told.GetProperty("pilots")[at].GetProperty("result");
}
