using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Api.Impact;
using Xunit;

namespace KpiGrid.Tests.Api.Measurements;

/// <summary>Readings, silences, members and bound flags, through the API.</summary>
[Collection(nameof(ApiCluster))]
public sealed class InputRulesTests(ApiCluster api)
{
    private readonly Network network = new(api);

    [Fact]
    public async Task A_late_reading_splits_a_difference_and_the_sum_stays()
    {
        var pilot = await Pilot();
        await network.Push(pilot, $"[{Reading("a", "2026-01-31", "100")},{Reading("c", "2026-03-31", "160")}]", "");
        Assert.Equal([null, null, "60"], await Months(pilot));

        await network.Push(pilot, Reading("b", "2026-02-28", "125"), "");
        Assert.Equal([null, "25", "35"], await Months(pilot));

        await network.Push(pilot, Reading("d", "2026-04-30", "7", ",\"reset\":true"), "");
        Assert.Equal([null, "25", "35", "7"], await Months(pilot, "2026-05-01"));
    }

    [Fact]
    public async Task A_fall_is_refused_and_the_remedy_named()
    {
        var pilot = await Pilot();
        await network.Push(pilot, Reading("a", "2026-01-31", "100"), "");
        var answer = await Post(pilot, Reading("b", "2026-02-28", "99"));
        Assert.Equal((422, "reading-falls"), answer.First);
        Assert.Contains("send reset", (string)answer.Json["errors"]![0]!["remedy"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_takes_readings_or_values_and_one_reading_a_day()
    {
        var pilot = await Pilot();
        await network.Push(pilot, Reading("a", "2026-01-31", "100"), "");
        Assert.Equal((422, "readings-or-values"), (await Post(pilot, Value("v", "BANK-IN", "5"))).First);
        Assert.Equal((409, "day-taken"), (await Post(pilot, Reading("b", "2026-01-31", "100"))).First);
        Assert.Equal((422, "field-not-for-kind"), (await Post(pilot, Value("r", "BANK-IN", "5", ",\"reset\":true"))).First);

        var other = await Pilot();
        await network.Push(other, Value("v", "BANK-IN", "5"), "");
        Assert.Equal((422, "readings-or-values"), (await Post(other, Reading("a", "2026-01-31", "100"))).First);
    }

    [Theory]
    [InlineData("nothing-to-report")]
    [InlineData("not-occurring")]
    [InlineData("included-elsewhere")]
    [InlineData("confidential")]
    [InlineData("not-estimated")]
    public async Task A_reason_for_silence_counts_as_reported_and_not_in_the_total(string reason)
    {
        var place = await network.NewPlace(1);
        var pilot = await network.NewPilot("CDW-GEN", place);
        await network.Push(pilot, $$"""{"id":"a","kpi":"CDW-GEN","period":"2026-Q1","silence":"{{reason}}"}""", "");
        var period = (await api.Get($"/v1/pilots/{pilot}/totals?kpi=CDW-GEN&from=2026-01-01&to=2026-04-01")).Json["periods"]![0]!;
        Assert.Null(period["value"]);
        Assert.Equal((0, 1, 1), (
            (int)period["n"]!, (int)period["coverage"]!["reported"]!, (int)period["coverage"]!["expected"]!));
    }

    [Theory]
    [InlineData("\"silence\":\"on holiday\"", "silence-unknown")]
    [InlineData("\"silence\":\"confidential\",\"value\":1", "number-and-silence")]
    public async Task A_silence_has_a_reason_of_the_list_and_no_value(string members, string code) => Assert.Equal(
        (422, code), (await Post(await Pilot(), $$"""{"id":"a","kpi":"CDW-GEN","period":"2026-Q1",{{members}}}""")).First);

    [Fact]
    public async Task Members_are_counted_once_over_all_ways_in()
    {
        var pilot = await Pilot();
        var route = $"/v1/pilots/{pilot}/measurements";
        await network.Push(pilot, Members("a", "[\"dk-1\",\"dk-2\"]"), "");
        var lines = await api.Post(route, Members("b", "[\" DK-2\",\"dk-3\"]"), "application/x-ndjson");
        var table = await api.Post(route, "id,kpi,period,members\nc,ORG-COMP,2026-11,DK-3|dk-4\n", "text/csv");
        var again = await api.Post(route, "id,kpi,period,members\na,ORG-COMP,2026-11,DK-2|DK-1|dk-1\n", "text/csv");
        var total = await api.Get($"/v1/pilots/{pilot}/totals?kpi=ORG-COMP&from=2026-11-01&to=2026-12-01");
        Assert.Equal((200, 200), (lines.Status, table.Status));
        Assert.Equal(1, (int)again.Json["repeated"]!);
        Assert.Equal("4", total.Json["periods"]![0]!["value"]!.ToJsonString());
    }

    [Fact]
    public async Task Avoided_emissions_are_always_flagged_modelled()
    {
        var pilot = await Pilot();
        Assert.Equal((422, "flag-not-allowed"), (await Post(pilot, Value("a", "CO2-AVD", "5"))).First);
        Assert.Equal((422, "flag-not-allowed"), (await Post(pilot, Value("a", "CO2-AVD", "5", ",\"flag\":\"measured\""))).First);
        Assert.Equal((422, "flag-not-allowed"), (await api.Post(
            $"/v1/pilots/{pilot}/measurements", "id,kpi,period,value\na,CO2-AVD,2026-11,5\n", "text/csv")).First);
        await network.Push(pilot, Value("a", "CO2-AVD", "5", ",\"flag\":\"modelled\""), "");
        await network.Push(pilot, """{"id":"s","kpi":"CO2-AVD","period":"2026-10","silence":"not-estimated"}""", "");
        Assert.Equal("modelled", (string?)(await api.Get("/v1/kpis/CO2-AVD")).Json["flags"]![0]);
    }

    [Fact]
    public async Task A_definition_may_name_the_flags_it_takes()
    {
        var code = "K-" + Guid.NewGuid().ToString("N")[..20].ToUpperInvariant();
        Assert.Equal((422, "flag-required"), (await Put(code, "[]")).First);
        Assert.Equal(201, (await Put(code, "[\"weighed\",\"declared\"]")).Status);
        var pilot = await Pilot();
        Assert.Equal((422, "flag-not-allowed"), (await Post(pilot, Value("a", code, "5"))).First);
        await network.Push(pilot, Value("a", code, "5", ",\"flag\":\"declared\""), "");
    }

    private Task<ApiAnswer> Put(string code, string flags) => api.Put($"/v1/kpis/{code}", $$"""
        {"names":{"en":"A","da":"A","nl":"A"},"kind":"flow","quantity":"waste mass","unit":"t","direction":"up",
         "frequency":"quarter","decimals":3,"flags":{{flags}}}
        """);

    private async Task<string> Pilot() => await network.NewPilot(null, await NewPlace());

    private async Task<string> NewPlace() => await new Network(api).NewPlace(1);

    private Task<ApiAnswer> Post(string pilot, string item) => api.Post($"/v1/pilots/{pilot}/measurements", item);

    private async Task<IEnumerable<string?>> Months(string pilot, string to = "2026-04-01") =>
        (await api.Get($"/v1/pilots/{pilot}/totals?kpi=BANK-IN&from=2026-01-01&to={to}&by=month")).Json["periods"]!
        .AsArray().Select(period => period!["value"]?.ToJsonString());

    private static string Reading(string id, string day, string reading, string more = "") =>
        $$"""{"id":"{{id}}","kpi":"BANK-IN","period":"{{day}}","reading":{{reading}}{{more}}}""";

    private static string Value(string id, string kpi, string value, string more = "") =>
        $$"""{"id":"{{id}}","kpi":"{{kpi}}","period":"2026-11","value":{{value}}{{more}}}""";

    private static string Members(string id, string members) =>
        $$"""{"id":"{{id}}","kpi":"ORG-COMP","period":"2026-11","members":{{members}}}""";
}
