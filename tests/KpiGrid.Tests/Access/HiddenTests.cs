using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>What answers leave out, and how they say so.</summary>
[Collection(nameof(AccessGrid))]
public sealed class HiddenTests(AccessGrid grid)
{
    private const string Days = "kpi=CDW-DIV&from=2026-01-01&to=2027-01-01";

    [Fact]
    public async Task A_split_shows_the_callers_lines_and_counts_the_others()
    {
        var all = await grid.Get($"/v1/regions/net-a/totals?{Days}&split=municipality", "coordinator");
        var own = await grid.Get($"/v1/regions/net-a/totals?{Days}&split=municipality", "lead");
        var pilots = await grid.Get($"/v1/regions/net-a/totals?{Days}&split=pilot", "lead");
        Assert.Equal((2, null), (all["split"]!.AsArray().Count, all["hidden"]));
        Assert.Equal("DK-A1", (string?)Assert.Single(own["split"]!.AsArray())!["key"]);
        Assert.Equal("p-own", (string?)Assert.Single(pilots["split"]!.AsArray())!["key"]);
        Assert.Equal((1, 1), ((int)own["hidden"]!["parts"]!, (int)pilots["hidden"]!["parts"]!));
        Assert.Equal(all["periods"]!.ToJsonString(), own["periods"]!.ToJsonString());
    }

    [Fact]
    public async Task A_line_on_another_map_is_shown_to_who_may_read_all_that_it_holds()
    {
        var merged = """
            {"country":"DK","timeZone":"Europe/Copenhagen","reason":"test","intervals":[{"name":"M","from":"2007-01-01",
             "to":"2990-01-01","successors":[{"code":"DK-A1","kind":"merged"}]}]}
            """;
        Assert.Equal(200, (await grid.Send("PUT", "/v1/municipalities/DK-A2", "admin", merged)).Status);
        var asked = $"/v1/regions/net-a/totals?{Days}&split=municipality&boundaries=2990-01-01";
        var all = await grid.Get(asked, "coordinator");
        var own = await grid.Get(asked, "lead");
        Assert.Equal(["DK-A1", "DK-A2"], Assert.Single(all["split"]!.AsArray())!["codes"]!.AsArray().Select(code => (string)code!));
        Assert.Empty(own["split"]!.AsArray());
        Assert.Equal(1, (int)own["hidden"]!["parts"]!);
    }

    [Fact]
    public async Task An_overlap_tells_of_the_callers_pilots_and_counts_the_others()
    {
        var all = await grid.Get($"/v1/overlap?place=regions/net-a&{Days}", "coordinator");
        var own = await grid.Get($"/v1/overlap?place=regions/net-a&{Days}", "lead");
        Assert.Equal((null, 1), (all["hidden"], (int)own["hidden"]!["parts"]!));
        Assert.Equal(all["real"]!.ToJsonString(), own["real"]!.ToJsonString());
        Assert.NotNull(all["places"]![0]!["tookPartIn"]);
        Assert.Null(own["places"]![0]!["tookPartIn"]);
        Assert.DoesNotContain("p-sib", own.ToJsonString(), StringComparison.Ordinal);
        var both = await grid.Send("GET", $"/v1/overlap?place=regions/net-a&place=regions/net-b&{Days}", "coordinator");
        Assert.Equal((403, "not-allowed"), both.First);
    }

    [Fact]
    public async Task A_matrix_keeps_the_pilots_the_caller_may_not_read_in_one_line_that_still_adds_to_the_total()
    {
        var all = await grid.Get($"/v1/regions/net-a/matrix?{Days}", "coordinator");
        var own = await grid.Get($"/v1/regions/net-a/matrix?{Days}", "lead");
        Assert.Equal(all["total"]!.ToJsonString(), own["total"]!.ToJsonString());
        Assert.Equal((null, 1), (all["hidden"], (int)own["hidden"]!["pilots"]!));
        Assert.Equal((decimal)own["total"]!["value"]!,
            own["lines"]!.AsArray().Sum(line => (decimal)line!["value"]!) + (decimal)own["hidden"]!["value"]!);
        Assert.Null(own["hidden"]!["buildingType"]);
    }

    [Fact]
    public async Task A_lineage_tells_of_the_replicas_that_the_caller_may_read_and_counts_the_others()
    {
        var all = await grid.Get("/v1/pilots/p-own/lineage?kpi=CDW-GEN", "admin");
        var own = await grid.Get("/v1/pilots/p-own/lineage?kpi=CDW-GEN", "lead");
        Assert.Equal(["p-own", "p-oth"], all["pilots"]!.AsArray().Select(pilot => (string)pilot!["pilot"]!));
        Assert.Equal("1", all["adoption"]!.AsArray()[^1]!["replicas"]!.ToJsonString());
        Assert.Equal("p-own", (string?)Assert.Single(own["pilots"]!.AsArray())!["pilot"]);
        Assert.Equal("0", own["adoption"]!.AsArray()[^1]!["replicas"]!.ToJsonString());
        Assert.Equal((null, 1), (all["hidden"], (int)own["hidden"]!["parts"]!));
        Assert.DoesNotContain("p-oth", own.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_shows_the_callers_lines_and_the_rest_as_one()
    {
        var all = await grid.Get($"/v1/regions/net-a/explain?{Days}", "coordinator");
        var own = await grid.Get($"/v1/regions/net-a/explain?{Days}", "lead");
        Assert.Null(all["hidden"]);
        Assert.Equal("p-own", (string?)Assert.Single(own["lines"]!.AsArray())!["pilot"]);
        Assert.Equal((1, 1), ((int)own["hidden"]!["pilots"]!, (int)own["hidden"]!["lines"]!));
        var listed = own["lines"]!.AsArray().SelectMany(line => line!["parts"]!.AsArray()).Sum(part => (decimal)part!["a"]!);
        Assert.Equal((decimal)own["total"]!["value"]!, listed + (decimal)own["hidden"]!["remainder"]!["value"]!);
        Assert.DoesNotContain("p-sib", own.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_shows_the_callers_revisions_and_counts_the_others()
    {
        var all = await grid.Get($"/v1/regions/net-a/changes?{Days}&since=2026-01-01T00:00:00Z", "coordinator");
        var own = await grid.Get($"/v1/regions/net-a/changes?{Days}&since=2026-01-01T00:00:00Z", "lead");
        Assert.Null(all["hidden"]);
        Assert.All(own["revisions"]!.AsArray(), revision => Assert.Equal("p-own", (string?)revision!["entry"]!["pilot"]));
        Assert.Equal(all["revisions"]!.AsArray().Count,
            own["revisions"]!.AsArray().Count + (int)own["hidden"]!["revisions"]!);
        Assert.Equal(1, (int)own["hidden"]!["pilots"]!);
        Assert.Equal(all["now"]!.ToJsonString(), own["now"]!.ToJsonString());
        Assert.DoesNotContain("p-sib", own.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_somebody_else_opens_no_more()
    {
        var first = await grid.Get($"/v1/regions/net-a/explain?{Days}&limit=1", "coordinator");
        var next = Uri.EscapeDataString((string)first["page"]!["next"]!);
        Assert.Equal(200, (await grid.Send("GET", $"/v1/regions/net-a/explain?{Days}&limit=1&cursor={next}", "coordinator")).Status);
        var taken = await grid.Send("GET", $"/v1/regions/net-a/explain?{Days}&limit=1&cursor={next}", "lead");
        Assert.Equal((422, "cursor-expired"), taken.First);
    }

    [Fact]
    public async Task A_list_of_pilots_names_the_callers_and_counts_the_others()
    {
        var list = await grid.Get("/v1/pilots?limit=1", "lead");
        Assert.Equal("p-own", (string?)Assert.Single(list["items"]!.AsArray())!["id"]);
        Assert.True((int)list["hidden"]! >= 2);
        Assert.Null(list["next"]);
        Assert.Null((await grid.Get("/v1/pilots", "admin"))["hidden"]);
    }

    [Fact]
    public async Task A_union_takes_the_total_of_each_place()
    {
        var answer = await grid.Send("GET", $"/v1/totals?place=regions/net-a&place=regions/net-b&{Days}", "coordinator");
        Assert.Equal((403, "not-allowed"), answer.First);
    }

    [Fact]
    public async Task An_impact_lists_what_the_caller_may_read()
    {
        var key = await grid.NewKey(new("sib-lead", "lead", "pilots/p-sib", "impact"));
        var narrow = await grid.SendWith(key, "POST", "/v1/pilots/p-sib/measurements?receipt=impact", Measured("i1", ""));
        Assert.Equal(200, narrow.Status);
        var nodes = narrow.Json["impact"]!["moves"]!.AsArray().Select(move => (string)move!["node"]!).ToHashSet();
        Assert.Superset(new HashSet<string> { "pilots/p-sib", "municipalities/DK-A2", "regions/net-a" }, nodes);
        var own = await grid.NewKey(new("a-region", "body", "regions/net-s", "impact"));
        var body = await grid.SendWith(own, "POST", "/v1/pilots/p-sib/measurements?receipt=impact",
            Measured("i2", "\"onBehalfOf\":\"m\","));
        Assert.DoesNotContain(body.Json["impact"]!["moves"]!.AsArray(), move => (string)move!["node"]! == "regions/net-a");
        Assert.True((int)body.Json["impact"]!["hidden"]! > 0);
    }

    [Theory]
    [InlineData("lead", "\"onBehalfOf\":\"m\",", "onBehalfOf")]
    [InlineData("body", "", "onBehalfOf")]
    public async Task Who_speaks_for_others_is_a_body_and_always_says_so(string role, string behalf, string field)
    {
        var answer = await grid.Send("POST", "/v1/pilots/p-own/measurements?partial=true", role, Measured("b1", behalf));
        Assert.Equal((403, field), (answer.Status, answer.Errors[0].Field));
        var series = await grid.Get("/v1/pilots/p-own/streams/CDW-GEN", "admin");
        Assert.DoesNotContain("\"b1\"", series.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_withdraws_nothing()
    {
        var answer = await grid.Send("POST", "/v1/pilots/p-own/corrections?dryRun=true", "body",
            """{"id":"m1","kpi":"CDW-GEN","revision":2,"kind":"withdrawal","reason":"r"}""");
        Assert.Equal((403, "kind"), (answer.Status, answer.Errors[0].Field));
    }

    [Fact]
    public async Task A_lead_changes_the_name_of_a_pilot_and_not_its_shares()
    {
        var key = await grid.NewKey(new("named", "lead", "pilots/p-own", "facts"));
        var named = await grid.SendWith(key, "PUT", "/v1/pilots/p-own", AccessWorld.Pilot("p-own", name: "Renamed"));
        var shared = await grid.SendWith(key, "PUT", "/v1/pilots/p-own", AccessWorld.Pilot("p-own", parts: 2, name: "Renamed"));
        Assert.Equal(200, named.Status);
        Assert.Equal((403, "shares"), (shared.Status, shared.Errors[0].Field));
        Assert.Equal(200, (await grid.Send("PUT", "/v1/pilots/p-own", "admin", AccessWorld.Pilot("p-own"))).Status);
    }

    [Fact]
    public async Task A_coordinator_closes_periods_and_a_lead_does_not()
    {
        const string open = "{\"name\"", closed = "{\"closedBefore\":\"2026-06-01\",\"name\"";
        var facts = AccessWorld.Pilot("p-own");
        var asked = facts.Replace(open, closed, StringComparison.Ordinal);
        var lead = await grid.Send("PUT", "/v1/pilots/p-own", "lead", asked);
        Assert.Equal((403, "closedBefore"), (lead.Status, lead.Errors[0].Field));

        Assert.Equal(200, (await grid.Send("PUT", "/v1/pilots/p-own", "coordinator", asked)).Status);
        var refused = await grid.Send("POST", "/v1/pilots/p-own/measurements", "lead", Measured("closed", ""));
        Assert.Equal((409, "period"), (refused.Status, refused.Errors[0].Field));

        Assert.Equal(200, (await grid.Send("PUT", "/v1/pilots/p-own", "coordinator", facts)).Status);
        var taken = await grid.Send("POST", "/v1/pilots/p-own/measurements?dryRun=true", "lead", Measured("closed", ""));
        Assert.Equal(200, taken.Status);
    }

    [Fact]
    public async Task A_lead_submits_and_recalls_and_a_coordinator_approves_and_opens_again()
    {
        var facts = AccessWorld.Pilot("p-own");
        var levels = facts.Replace("{\"name\"", "{\"approvalLevels\":2,\"name\"", StringComparison.Ordinal);
        Assert.Equal((403, "approvalLevels"), Told(await grid.Send("PUT", "/v1/pilots/p-own", "lead", levels)));
        Assert.Equal(200, (await grid.Send("PUT", "/v1/pilots/p-own", "coordinator", levels)).Status);

        Assert.Equal((403, "pilot"), Told(await Decide("coordinator", "submit", "s1")));
        Assert.Equal(200, (await Decide("lead", "submit", "s1")).Status);
        Assert.Equal((403, "pilot"), Told(await Decide("lead", "approve", "a1")));
        var approved = await Decide("coordinator", "approve", "a1");
        Assert.Equal(("2026-06-01", "2026-06-01"), (
            (string?)approved.Json["submittedBefore"], (string?)approved.Json["approvedBefore"]));
        Assert.True((bool)(await Decide("coordinator", "approve", "a1")).Json["repeated"]!);
        Assert.Equal((409, "day"), Told(await Decide("lead", "recall", "r1")));
        Assert.Equal((403, "pilot"), Told(await Decide("lead", "reopen", "o1", "why not")));
        Assert.Equal((422, "reason"), Told(await Decide("coordinator", "reopen", "o1")));
        var refused = await grid.Send("POST", "/v1/pilots/p-own/measurements", "lead", Measured("locked", ""));
        Assert.Equal((409, "period", "period-approved"), (refused.Status, refused.Errors[0].Field, refused.Errors[0].Code));

        Assert.Equal(200, (await Decide("coordinator", "reopen", "o1", "a load was weighed twice")).Status);
        var read = await grid.Get("/v1/pilots/p-own/approval", "auditor");
        Assert.Equal(["reopen", "approve", "submit"], read["acts"]!.AsArray().Select(act => (string)act!["act"]!));
        var trail = await grid.Get("/v1/audit?node=pilots/p-own&actor=a-coordinator", "admin");
        Assert.Contains("a load was weighed twice", trail.ToJsonString(), StringComparison.Ordinal);
        var taken = await grid.Send("POST", "/v1/pilots/p-own/measurements?dryRun=true", "lead", Measured("locked", ""));
        Assert.Equal((200, "open"), (taken.Status, (string?)taken.Json["receipts"]![0]!["periodStatus"]));
        Assert.Equal(200, (await grid.Send("PUT", "/v1/pilots/p-own", "coordinator", facts)).Status);
    }

    private static (int, string?) Told(ApiAnswer answer) => (answer.Status, answer.Errors[0].Field);

    private Task<ApiAnswer> Decide(string role, string act, string id, string? reason = null) => grid.Send(
        "POST", "/v1/pilots/p-own/approval", role,
        $$"""{"act":"{{act}}","id":"{{id}}","day":"{{(act is "recall" or "reopen" ? "2026-01-01" : "2026-06-01")}}","reason":{{
            (reason is null ? "null" : $"\"{reason}\"")}}}""");

    private static string Measured(string id, string behalf) =>
        $$"""{{{behalf}}"id":"{{id}}","kpi":"CDW-GEN","period":"2026-05","value":1,"unit":"t"}""";
}
