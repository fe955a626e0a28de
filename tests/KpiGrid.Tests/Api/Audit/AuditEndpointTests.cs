using Xunit;

namespace KpiGrid.Tests.Api.Audit;

[Collection(nameof(GuardedApi))]
public sealed class AuditEndpointTests(GuardedApi api)
{
    [Theory]
    [InlineData("auditor", null, "", 200)]
    [InlineData("auditor", null, "?node=pilots/theirs-pilot", 200)]
    [InlineData("auditor", "regions/ours", "", 403)]
    [InlineData("auditor", "regions/ours", "?actor=local-admin", 403)]
    [InlineData("auditor", "regions/ours", "?node=regions/ours", 200)]
    [InlineData("auditor", "regions/ours", "?node=pilots/ours-pilot", 200)]
    [InlineData("auditor", "regions/ours", "?node=municipalities/DK-0615", 200)]
    [InlineData("auditor", "regions/ours", "?node=regions/theirs", 403)]
    [InlineData("auditor", "regions/ours", "?node=pilots/theirs-pilot", 404)]
    [InlineData("auditor", "regions/ours", "?node=pilots/nobody", 404)]
    [InlineData("coordinator", "regions/ours", "?node=regions/ours", 403)]
    [InlineData("coordinator", "regions/ours", "?node=pilots/ours-pilot", 403)]
    [InlineData("analyst", null, "", 403)]
    [InlineData("analyst", null, "?node=regions/ours", 403)]
    [InlineData("lead", "pilots/ours-pilot", "?node=pilots/ours-pilot", 403)]
    [InlineData("body", "regions/ours", "?node=regions/ours", 403)]
    public async Task The_trail_is_for_auditors_of_the_node(string role, string? on, string query, int status)
    {
        var key = await api.Key("somebody", role, on);

        Assert.Equal(status, (await api.Get("/v1/audit" + query, key)).Status);
    }

    [Fact]
    public async Task Nobody_without_a_key_reads_the_trail() =>
        Assert.Equal((401, "key-required"), (await api.Get("/v1/audit", null)).First);

    [Fact]
    public async Task A_line_says_who_did_what_with_which_key_and_no_secret()
    {
        var answer = await api.Get("/v1/audit?node=pilots/theirs-pilot", api.Admin);

        var line = Assert.Single(answer.Json["items"]!.AsArray())!;
        Assert.Equal(("pilot/theirs-pilot", 1, "local-admin", "facts", 1),
            ((string?)line["stream"], (int)line["sequence"]!, (string?)line["actor"], (string?)line["type"], (int)line["entries"]!));
        Assert.Equal(api.Admin.Split('_')[1], (string?)line["key"]);
        Assert.DoesNotContain(api.Admin.Split('_', 3)[2], (await api.Get("/v1/audit", api.Admin)).Text, StringComparison.Ordinal);
        Assert.Null((string?)answer.Json["next"]);
    }

    [Fact]
    public async Task Pages_lead_to_the_first_record_and_end_there()
    {
        var met = new List<string>();
        var path = "/v1/audit?to=2026-11-21T00:00:00Z&limit=9";
        for (var next = ""; next is not null;)
        {
            var page = await api.Get(path + next, api.Admin);
            met.AddRange(page.Json["items"]!.AsArray().Select(line => $"{line!["stream"]} {line["sequence"]}"));
            next = (string?)page.Json["next"] is { } after ? "&after=" + after : null;
        }
        var whole = await api.Get("/v1/audit?to=2026-11-21T00:00:00Z&limit=1000", api.Admin);

        Assert.Distinct(met);
        Assert.Equal(whole.Json["items"]!.AsArray().Count, met.Count);
    }

    [Theory]
    [InlineData("node=networks/x", "node-unreadable")]
    [InlineData("from=yesterday", "instant-unreadable")]
    [InlineData("after=x", "cursor-unreadable")]
    [InlineData("limit=0", "limit-out-of-range")]
    [InlineData("limit=1001", "limit-out-of-range")]
    [InlineData("actor=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "text-too-long")]
    [InlineData("who=x", "parameter-unknown")]
    public async Task A_question_that_is_wrong_gets_its_code(string query, string code) =>
        Assert.Equal((422, code), (await api.Get("/v1/audit?" + query, api.Admin)).First);
}
