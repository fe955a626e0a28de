using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Api.Registry;

[Collection(nameof(ApiCluster))]
public sealed class NounEndpointTests(ApiCluster api)
{
    [Fact]
    public async Task A_noun_is_created_then_repeated_then_changed_with_a_reason()
    {
        var path = "/v1/regions/r-" + Guid.NewGuid().ToString("N");
        var created = await api.Put(path, Region("Ours"));
        var repeated = await api.Put(path, Region("Ours"));
        var silent = await api.Put(path, Region("Theirs"));
        var changed = await api.Put(path, Region("Theirs", "\"reason\":\"renamed\","));
        Assert.Equal((201, 1), (created.Status, (int)created.Json["head"]!));
        Assert.Equal((200, true), (repeated.Status, (bool)repeated.Json["repeated"]!));
        Assert.Equal((422, "reason-required"), silent.First);
        Assert.Equal((200, 2), (changed.Status, (int)changed.Json["head"]!));
        Assert.Equal("\"2\"", changed.Headers.ETag?.Tag);
        var read = await api.Get(path);
        Assert.Equal("\"2\"", read.Headers.ETag?.Tag);
        Assert.Equal(
            ("Theirs", "renamed"), ((string?)read.Json["name"], (string?)read.Json["reason"]));
        Assert.Matches("^local-admin/[a-z0-9]{12}$", (string?)read.Json["author"]);
    }

    [Theory]
    [InlineData("\"1\"", 200)]
    [InlineData("\"7\"", 412)]
    [InlineData("1", 400)]
    [InlineData("*", 400)]
    [InlineData("W/\"1\"", 400)]
    [InlineData("\"1\", \"2\"", 400)]
    [InlineData("\"99999999999999999999\"", 400)]
    public async Task A_change_is_made_on_the_head_it_names(string ifMatch, int status)
    {
        var path = "/v1/regions/r-" + Guid.NewGuid().ToString("N");
        await api.Put(path, Region("Ours"));
        Assert.Equal(status, (await api.Put(path, Region("New", "\"reason\":\"renamed\","), ifMatch)).Status);
    }

    [Fact]
    public async Task The_tag_of_a_pilot_can_be_matched_after_a_push()
    {
        var pilot = await api.NewPilot();
        await api.Post($"/v1/pilots/{pilot}/measurements", """
            {"id":"a","kpi":"CDW-DIV","class":"recycled","period":"2026-11","value":1}
            """);
        var tag = (await api.Get($"/v1/pilots/{pilot}")).Headers.ETag?.Tag;
        var renamed = await api.Put($"/v1/pilots/{pilot}", ApiCluster.Pilot("Renamed", "\"reason\":\"x\","), tag);
        Assert.Equal(200, renamed.Status);
    }

    [Theory]
    [InlineData("2026-01-01", 200)]
    [InlineData("2007-01-01", 200)]
    [InlineData("2006-12-31", 404)]
    [InlineData("yesterday", 400)]
    public async Task A_municipality_is_read_on_a_day(string day, int status)
    {
        var answer = await api.Get($"/v1/municipalities/DK-0615?on={day}");
        Assert.Equal(status, answer.Status);
        if (status == 200) Assert.Equal("Horsens", (string?)answer.Json["intervals"]![0]!["name"]);
        else Assert.NotEmpty(answer.Errors);
    }

    [Fact]
    public async Task The_past_is_read_as_it_was_known()
    {
        Assert.Equal(404, (await api.Get("/v1/municipalities/DK-0615?asOf=2026-11-01T00:00:00Z")).Status);
        var ahead = await api.Get("/v1/municipalities/DK-0615?asOf=2027-01-01T00:00:00Z");
        Assert.Equal((422, "as-of-too-recent"), ahead.First);
        Assert.Equal((422, "parameter-unknown"), (await api.Get("/v1/pilots/x?asOf=2026-11-01T00:00:00Z")).First);
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        var first = await api.Get("/v1/kpis?limit=2");
        var next = (string?)first.Json["next"];
        var second = await api.Get($"/v1/kpis?limit=2&after={next}");
        Assert.Equal(2, first.Json["items"]!.AsArray().Count);
        Assert.Equal((string?)first.Json["items"]![1]!["id"], next);
        Assert.True(string.CompareOrdinal((string?)second.Json["items"]![0]!["id"], next) > 0);
        Assert.Equal((422, "limit-out-of-range"), (await api.Get("/v1/kpis?limit=0")).First);
        Assert.Equal((422, "limit-out-of-range"), (await api.Get("/v1/kpis?limit=1001")).First);
        Assert.Equal(200, (await api.Get("/v1/pilots")).Status);
    }

    [Theory]
    [InlineData("/v1/regions/nobody", 404, "region-unknown")]
    [InlineData("/v1/regions/No%20Body", 404, "region-unknown")]
    [InlineData("/v1/kpis/NO-SUCH", 404, "kpi-unknown")]
    [InlineData("/v1/pilots/nobody", 404, "pilot-unknown")]
    [InlineData("/v1/municipalities/DK-9999", 404, "municipality-unknown")]
    public async Task What_is_not_there_is_404(string path, int status, string code) =>
        Assert.Equal((status, code), (await api.Get(path)).First);

    [Theory]
    [InlineData("{", 400, "json-unreadable")]
    [InlineData("", 400, "body-empty")]
    [InlineData("[]", 422, "body-not-an-object")]
    [InlineData("{}", 422, "text-required")]
    [InlineData("{\"name\":7}", 422, "wrong-type")]
    [InlineData("{\"name\":null}", 422, "wrong-type")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", 422, "field-doubled")]
    [InlineData("{\"name\":\"a\",\"reason\":\"b\",\"reason\":\"c\"}", 422, "field-doubled")]
    [InlineData("{\"name\":\"a\",\"head\":7}", 422, "field-unknown")]
    [InlineData("{\"name\":\"a\",\"kind\":\"tribe\"}", 422, "value-unreadable")]
    [InlineData("{\"name\":\"a\",\"kind\":1}", 422, "value-unreadable")]
    [InlineData("{\"name\":\"\\ud800\"}", 422, "text-unreadable")]
    [InlineData("{\"name\":\"\\ufffe\"}", 422, "text-unreadable")]
    [InlineData("{\"name\":\"\\ufffd\\ud800\"}", 422, "text-unreadable")]
    [InlineData("{\"name\":\"a\\u0000\",\"kind\":\"project\"}", 422, "text-hidden-characters")]
    [InlineData("{\"name\":\"a\",\"reason\":\"a\\u0000\"}", 422, "text-hidden-characters")]
    [InlineData("{\"name\":\"a\",\"reason\":7}", 422, "wrong-type")]
    [InlineData("{\"name\":\"a\",\"members\":[null]}", 422, "null-in-list")]
    [InlineData("{\"name\":\"a\",\"members\":null}", 422, "wrong-type")]
    [InlineData("{\"name\":\"a\",\"members\":[{\"municipality\":null}]}", 422, "value-unreadable")]
    [InlineData("{\"name\":\"a\",\"members\":[{\"municipality\":\"x\"}]}", 422, "value-unreadable")]
    [InlineData("{\"name\":\"a\",\"members\":[{\"from\":\"2026-02-30\"}]}", 422, "wrong-type")]
    public async Task A_document_that_is_wrong_gets_its_code(string body, int status, string code)
    {
        var answer = await api.Put("/v1/regions/hostile", body);
        Assert.True(answer.Errors.Any(error => error.Code == code), answer.Text);
        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("KpiGrid.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_has_known_members()
    {
        var body = Region("Ours").Replace("DK-0615", "DK-9998", StringComparison.Ordinal);
        Assert.Equal((422, "municipality-unknown"), (await api.Put("/v1/regions/hostile", body)).First);
    }

    [Fact]
    public async Task A_noun_needs_an_id_of_its_form() =>
        Assert.Equal((422, "id-unreadable"), (await api.Put("/v1/kpis/lower", "{}")).First);

    [Fact]
    public async Task The_kind_of_a_KPI_is_fixed()
    {
        var facts = (await api.Get("/v1/kpis/CDW-DIV")).Json.AsObject();
        foreach (var member in new[] { "id", "head", "recordedAt", "author" }) facts.Remove(member);
        facts["kind"] = "event-count";
        facts["reason"] = "other kind";
        Assert.Contains((await api.Put("/v1/kpis/CDW-DIV", facts.ToJsonString())).Status, (int[])[409, 422]);
    }

    private static string Region(string name, string reason = "") => $$"""
        {{{reason}}"name":"{{name}}","kind":"project",
         "members":[{"municipality":"DK-0615","from":"2026-01-01","to":null}]}
        """;
}
