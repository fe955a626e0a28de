using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>A body reports for three members; each member's own coordinator, and nobody else, says whether that is right.</summary>
[Collection(nameof(AccessGrid))]
public sealed class ConfirmationTests(AccessGrid grid)
{
    private const string Confirmations = "/v1/pilots/cf-pilot/confirmations";
    private const string Explain = "/v1/pilots/cf-pilot/explain?kpi=CDW-GEN&from=2026-01-01&to=2026-04-01";
    private static readonly string[] Members = ["DK-CF1", "DK-CF2", "DK-CF3"];

    [Fact]
    public async Task A_member_confirms_or_disputes_what_a_body_reported_for_it_and_it_stands_beside_the_number()
    {
        var (body, first, all) = await Keys();
        Assert.Equal(200, (await grid.SendWith(body, "POST", "/v1/pilots/cf-pilot/measurements", Measured("90", 1))).Status);

        Assert.Equal((403, "municipality", "not-allowed"), Told(await Say(body, "DK-CF1", "confirm", "b1")));
        Assert.Equal((403, "municipality", "not-allowed"), Told(await Say(first, "DK-CF2", "confirm", "f2")));
        Assert.Equal((404, "pilot", "pilot-unknown"), Told(await Say(grid.Keys["coordinator"], "DK-CF1", "confirm", "s1")));
        Assert.Equal((422, "reason", "reason-required"), Told(await Say(all, "DK-CF2", "dispute", "d1")));
        var said = await Say(first, "DK-CF1", "confirm", "c1");
        Assert.Equal((200, "30", false), (said.Status, said.Json["said"]!["part"]!.ToString(), (bool)said.Json["repeated"]!));
        Assert.True((bool)(await Say(first, "DK-CF1", "confirm", "c1")).Json["repeated"]!);
        Assert.Equal((409, "id", "id-conflict"), Told(await Say(first, "DK-CF1", "dispute", "c1", "no")));
        Assert.Equal(200, (await Say(all, "DK-CF2", "dispute", "d1", "our yard was closed")).Status);

        var line = (await grid.Get(Explain, "admin"))["lines"]![0]!;
        Assert.Equal(["confirmed a-cf-first", "disputed a-cf-all", "waiting "], line["behalf"]!["members"]!.AsArray()
            .Select(member => $"{member!["status"]} {member["said"]?["author"]?.ToString().Split('/')[0]}"));
        Assert.Equal(Members.Select(code => $"{code} 1/3 2026-01-01"), line["behalf"]!["key"]!.AsArray()
            .Select(share => $"{share!["municipality"]} {share["share"]} {share["from"]}"));
        Assert.Equal(["waiting DK-CF3"], await Listed("regions/cf-all", "&status=waiting"));

        await Good(grid.SendWith(body, "POST", "/v1/pilots/cf-pilot/corrections", Measured("60", 2)));
        Assert.Equal(["superseded DK-CF1", "superseded DK-CF2", "waiting DK-CF3"], await Listed("pilots/cf-pilot"));
        Assert.Equal(["superseded DK-CF1"], await Listed("municipalities/DK-CF1"));
        Assert.Equal((409, "revision", "revision-not-current"), Told(await Say(all, "DK-CF3", "confirm", "c3")));
        Assert.Equal(200, (await Say(all, "DK-CF3", "confirm", "c3", revision: 2)).Status);
        Assert.Equal(1, (int)(await grid.Get("/v1/municipalities/DK-CF1/confirmations?kpi=CDW-GEN", "admin"))["waiting"]!);

        var hidden = await grid.Send("GET", "/v1/municipalities/DK-CF1/confirmations", "coordinator");
        Assert.Equal(403, hidden.Status);
        Assert.Contains("our yard was closed", (await grid.Get("/v1/audit?node=pilots/cf-pilot&actor=a-cf-all", "admin"))
            .ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reported_or_corrected_a_figure_does_not_confirm_it_whatever_else_they_may()
    {
        await Keys();
        await Good(grid.Send("POST", "/v1/pilots/cf-pilot/measurements", "admin", Measured("90", 1, "admins")));
        Assert.Equal((403, "measurement", "own-figure"), Told(await Say(grid.Keys["admin"], "DK-CF1", "confirm", "a1", measurement: "admins")));
    }

    [Fact]
    public async Task A_figure_that_is_kept_from_a_coordinator_is_not_confirmed_by_them()
    {
        var (body, first, all) = await Keys(isConfidential: true);
        await Good(grid.SendWith(body, "POST", "/v1/pilots/cf-pilot/measurements", Measured("90", 1, "kept")));

        Assert.Equal((403, "kpi", "confidential"), Told(await Say(first, "DK-CF1", "confirm", "k1", measurement: "kept")));
        Assert.Equal(200, (await Say(all, "DK-CF1", "confirm", "k1", measurement: "kept")).Status);
    }

    private async Task<(string Body, string First, string All)> Keys(bool isConfidential = false)
    {
        foreach (var code in Members) await Good(grid.Send("PUT", $"/v1/municipalities/{code}", "admin", AccessWorld.Municipality));
        await Good(grid.Send("PUT", "/v1/regions/cf-all", "admin", Region(Members)));
        await Good(grid.Send("PUT", "/v1/regions/cf-first", "admin", Region(Members[0])));
        await Good(grid.Send("PUT", "/v1/pilots/cf-pilot", "admin", $$"""
            {"name":"CF","kind":"joint","start":"2026-01-01","reason":"test","shares":[{{string.Join(",", Members.Select(code =>
                $$"""{"municipality":"{{code}}","parts":1,"whole":3,"from":"2026-01-01"}"""))}}],
             "kpis":[{"kpi":"AT-OWN","from":"2026-01-01","confidential":{{(isConfidential ? "true" : "false")}}}]}
            """));
        return (await grid.NewKey(new("a-cf-body", "body", "regions/cf-all", "test")),
            await grid.NewKey(new("a-cf-first", "coordinator", "regions/cf-first", "test")),
            await grid.NewKey(new("a-cf-all", "coordinator", "regions/cf-all", "test")));
    }

    private static string Region(params string[] members) => $$"""
        {"name":"R","kind":"network","reason":"test","members":[{{string.Join(",", members.Select(member =>
            $$"""{"municipality":"{{member}}","from":"2020-01-01"}"""))}}]}
        """;

    private static string Measured(string value, int revision, string id = "cf") => $$"""
        {"id":"{{id}}","kpi":"{{Kpi(id)}}","period":"2026-02","value":{{value}},"unit":"t","onBehalfOf":"three members"{{
            (revision == 1 ? "" : $",\"revision\":{revision},\"kind\":\"correction\",\"reason\":\"weighed again\"")}}}
        """;

    private static string Kpi(string measurement) => measurement == "cf" ? "CDW-GEN" : "AT-OWN";

    private Task<ApiAnswer> Say(
        string key, string municipality, string act, string id, string? reason = null, int revision = 1, string measurement = "cf") =>
        grid.SendWith(key, "POST", Confirmations, $$"""
            {"act":"{{act}}","id":"{{id}}","municipality":"{{municipality}}","kpi":"{{Kpi(measurement)}}","measurement":"{{measurement}}",
             "revision":{{revision}},"reason":{{(reason is null ? "null" : $"\"{reason}\"")}}}
            """);

    private async Task<IReadOnlyList<string>> Listed(string place, string more = "") =>
        [.. (await grid.Get($"/v1/{place}/confirmations?kpi=CDW-GEN{more}", "admin"))["figures"]!.AsArray()
            .SelectMany(figure => figure!["behalf"]!["members"]!.AsArray())
            .Select(member => $"{member!["status"]} {member["municipality"]}")];

    private static (int, string?, string) Told(ApiAnswer answer) => (answer.Status, answer.Errors[0].Field, answer.Errors[0].Code);

    private static async Task Good(Task<ApiAnswer> sent)
    {
        var answer = await sent;
        Assert.True(answer.Status is 200 or 201, answer.Text);
    }
}
