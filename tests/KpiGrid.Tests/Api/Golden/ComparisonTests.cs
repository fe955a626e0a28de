using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>Pilots and places side by side on 20 November 2026.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class ComparisonTests(GoldenGrid grid)
{
    private const string FirstHalf = "from=2026-01-01&to=2026-07-01&by=quarter";

    [Fact]
    public async Task Members_are_ranked_per_thousand_inhabitants_and_a_small_one_is_not()
    {
        var world = await Towns("cma", ("DK-9001", 90_000), ("DK-9002", 30_000), ("DK-9003", 900));
        await Measured(world, "a", 90);
        await Measured(world, "b", 60);
        await Measured(world, "c", 9);

        var told = await Settled(world, $"region={world.Own("regions/net")[8..]}&{FirstHalf}&per=inhabitant&scaleTo={world.Own("regions/net")[8..]}");

        Assert.Equal(["1 municipalities/DK-9001 1", "2 municipalities/DK-9002 2"], Ranking(told));
        var small = told.GetProperty("lines")[2].GetProperty("whole");
        Assert.Equal(("10", "9", "900"), (small.Text("value"), small.Text("absolute"), small.Text("divisor")));
        Assert.Contains("small-denominator", small.Marks());
        Assert.Equal("whole 2 1.5 1 2", Spread(told).Last());
        Assert.Equal(("120.9", "241.8"), (told.GetProperty("scale").Text("low"), told.GetProperty("scale").Text("high")));
    }

    [Fact]
    public async Task A_silent_member_shuts_the_gate_with_its_name()
    {
        var world = await Towns("cmb", ("DK-9011", 90_000), ("DK-9012", 30_000));
        await Measured(world, "a", 90);

        var told = await Settled(world, $"place=municipalities/DK-9011&place=municipalities/DK-9012&{FirstHalf}");

        Assert.Equal("null", told.Text("ranking"));
        Assert.Contains("coverage municipalities/DK-9012", Reasons(told));
    }

    [Fact]
    public async Task Modelled_beside_measured_is_not_ranked()
    {
        var world = await Towns("cmc", ("DK-9021", 90_000), ("DK-9022", 30_000));
        await Measured(world, "a", 90);
        await Measured(world, "b", 60, "modelled");

        var told = await Settled(world, $"pilots={world.Own("a")},{world.Own("b")}&{FirstHalf}");

        Assert.Equal([$"method pilots/{world.Own("b")}"], Reasons(told));
    }

    [Fact]
    public async Task On_the_pilots_clock_months_since_start_are_compared_whatever_the_calendar_says()
    {
        var world = await Towns("cmd", ("DK-9031", 90_000), ("DK-9032", 30_000));
        await Pilot(world, "early", "DK-9031", "2026-01-31");
        await Pilot(world, "late", "DK-9032", "2026-08-01");
        await Push(world, "early", "2026-02-27", 5);
        await Push(world, "early", "2026-02-28", 7);
        await Push(world, "late", "2026-08-31", 6);
        await Push(world, "late", "2026-09-01", 8);

        var told = await Settled(world, $"pilots={world.Own("early")},{world.Own("late")}&clock=pilot&months=4");

        Assert.Equal(["M0", "M1", "M2", "M3"], told.GetProperty("periods").EnumerateArray().Select(each => each.GetString()!));
        Assert.Equal(["5", "7", "null", "null"], told.GetProperty("lines")[0].Periods());
        Assert.Equal(["6", "8", "null", "null"], told.GetProperty("lines")[1].Periods());
        Assert.Equal(("2026-08-01/2026-11-01", "14"), (
            told.GetProperty("lines")[1].GetProperty("whole").Text("days"), told.GetProperty("lines")[1].GetProperty("whole").Text("value")));
        Assert.Equal("M0 2 5.5 5 6", Spread(told).First());
    }

    [Fact]
    public async Task Spending_per_million_of_budget_names_series_version_and_rate()
    {
        var world = await Towns("cme", ("DK-9041", 90_000), ("BE-90042", 30_000));
        await world.Kpi("FIN-SPD");
        await world.Put("rates/cme-pinned", JsonNode.Parse("""
            {"name":"pinned","base":"EUR","quote":"DKK","source":"test","rates":[{"from":"2025-01-01","value":7.46}]}
            """)!);
        await Pilot(world, "herning", "DK-9041", "2026-01-01", (3_730_000, "DKK"));
        await Pilot(world, "kortrijk", "BE-90042", "2026-01-01", (250_000, "EUR"));
        await world.Push("herning", "FIN-SPD", "s", "2026-Q1", "\"value\":373000,\"unit\":\"DKK\"");
        await world.Push("kortrijk", "FIN-SPD", "s", "2026-Q1", "\"value\":50000,\"unit\":\"EUR\"");
        var asked = $"pilots={world.Own("herning")},{world.Own("kortrijk")}&from=2026-01-01&to=2026-04-01&per=budget";

        var told = await Settled(world, $"{asked}&rates=cme-pinned&currency=EUR", "FIN-SPD");
        var herning = told.GetProperty("lines")[0].GetProperty("whole");
        Assert.Equal(("100000", "50000", "500000"), (herning.Text("value"), herning.Text("absolute"), herning.Text("divisor")));
        Assert.Equal(("1", "EUR"), (told.GetProperty("rates").Text("version"), told.GetProperty("rates").Text("currency")));
        Assert.Equal("7.46", told.GetProperty("rates").GetProperty("used")[0].Text("value"));

        var apart = await Settled(world, asked, "FIN-SPD");
        Assert.Contains(Reasons(apart), reason => reason.StartsWith("currency", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "lines-required")]
    [InlineData("region=net&clock=pilot", "clock-of-a-place")]
    [InlineData("place=regions/a&per=budget&from=2026-01-01&to=2026-02-01", "per-of-a-place")]
    [InlineData("pilots=a&per=head&from=2026-01-01&to=2026-02-01", "per-unknown")]
    [InlineData("pilots=a&currency=EUR&from=2026-01-01&to=2026-02-01", "rates-required")]
    [InlineData("pilots=a&clock=pilot&months=121", "months-out-of-range")]
    [InlineData("pilots=a&from=2020-01-01&to=2026-01-01&by=day", "too-many-periods")]
    public async Task What_cannot_be_asked_is_refused_with_its_remedy(string query, string code)
    {
        using var answer = await grid.Http.GetAsync(
            new Uri($"/v1/compare?kpi=CDW-GEN&{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains($"\"{code}\"", text, StringComparison.Ordinal);
    }

    /// <summary>Towns with inhabitants, a pilot a, b, c in each, and a region of all of them.</summary>
    private async Task<World> Towns(string name, params (string Code, int Inhabitants)[] towns)
    {
        var world = new World(grid, name);
        await world.Kpi("CDW-GEN");
        foreach (var (code, inhabitants) in towns)
            await world.Put($"municipalities/{code}", JsonNode.Parse($$"""
                {"country":"{{code[..2]}}","timeZone":"Europe/Copenhagen","intervals":[{"name":"{{code}}","from":"2007-01-01"}],
                 "population":[{"from":"2019-01-01","value":{{inhabitants}},"source":"invented"}]}
                """)!);
        foreach (var (index, (code, _)) in towns.Index()) await Pilot(world, $"{(char)('a' + index)}", code, "2025-12-01");
        await world.Put(world.Own("regions/net"), JsonNode.Parse($$"""
            {"name":"net","kind":"network","members":[{{string.Join(',', towns.Select(town =>
                $$"""{"municipality":"{{town.Code}}","from":"2007-01-01"}"""))}}]}
            """)!);
        return world;
    }

    private static async Task Pilot(World world, string id, string town, string start, params (int Amount, string Currency)[] budget) =>
        await world.Put(world.Own($"pilots/{id}"), JsonNode.Parse($$"""
            {"name":"{{id}}","kind":"single","start":"{{start}}",
             "shares":[{"municipality":"{{town}}","parts":1,"whole":1,"from":"2007-01-01"}],
             "kpis":[{"kpi":"{{world.Own("CDW-GEN")}}","from":"2026-01-01"}],
             "budget":[{{string.Join(',', budget.Select(each =>
                $$"""{"amount":{{each.Amount}},"currency":"{{each.Currency}}","from":"2026-01-01","to":"2027-01-01"}"""))}}]}
            """)!);

    /// <summary>The same amount, half in each of two quarters.</summary>
    private static async Task Measured(World world, string pilot, int tonnes, string flag = "weighed")
    {
        await world.Push(pilot, "CDW-GEN", "q1", "2026-Q1", $"\"value\":{tonnes / 2m:0.0},\"unit\":\"t\",\"flag\":\"{flag}\"");
        await world.Push(pilot, "CDW-GEN", "q2", "2026-Q2", $"\"value\":{tonnes / 2m:0.0},\"unit\":\"t\",\"flag\":\"{flag}\"");
    }

    private static async Task Push(World world, string pilot, string day, int tonnes) =>
        await world.Push(pilot, "CDW-GEN", day, day, $"\"value\":{tonnes},\"unit\":\"t\",\"flag\":\"weighed\"");

    /// <summary>The comparison when every push so far has arrived.</summary>
    private static async Task<JsonElement> Settled(World world, string query, string kpi = "CDW-GEN")
    {
        await world.Totals("regions/net", kpi, "2026-01-01", "2026-04-01");
        return await world.Get($"compare?kpi={world.Own(kpi)}&{query}");
    }

    private static IEnumerable<string> Ranking(JsonElement told) => told.GetProperty("ranking").EnumerateArray()
        .Select(rank => $"{rank.Text("rank")} {rank.Text("key")} {rank.Text("value")}");

    private static IEnumerable<string> Spread(JsonElement told) => told.GetProperty("spread").EnumerateArray().Select(spread =>
        $"{spread.Text("period")} {spread.Text("count")} {spread.Text("median")} {spread.Text("low")} {spread.Text("high")}");

    private static List<string> Reasons(JsonElement told) => [.. told.GetProperty("gate").GetProperty("reasons").EnumerateArray()
        .Select(reason => $"{reason.Text("code")} {string.Join(' ', reason.GetProperty("lines").EnumerateArray().Select(line => line.GetString()))}")];
}
