using Xunit;

namespace KpiGrid.Tests.Api.Audit;

[Collection(nameof(GuardedApi))]
public sealed class PeopleEndpointTests(GuardedApi api)
{
    private const string Ann = """{"name":"Ann Uncommon","email":"ann@uncommon.example"}""";

    [Fact]
    public async Task A_person_is_kept_read_by_themself_and_erased_and_named_nowhere_else()
    {
        var key = await api.Key("ann", "lead", "pilots/ours-pilot");

        Assert.Equal(200, (await Put("ann", api.Admin, Ann)).Status);
        var read = await api.Get("/v1/people/ann", key);
        await api.Send(HttpMethod.Post, "/v1/pilots/ours-pilot/measurements", key,
            """{"id":"a","kpi":"CDW-GEN","period":"2026-10","value":1}""");
        var elsewhere = new[]
        {
            await api.Get("/v1/audit?actor=ann", api.Admin), await api.Get("/v1/audit", api.Admin),
            await api.Get("/v1/keys", api.Admin), await api.Get("/v1/pilots/ours-pilot", api.Admin),
            await api.Get("/v1/pilots/ours-pilot/explain?kpi=CDW-GEN&from=2026-10-01&to=2026-11-01", api.Admin),
        };
        var erased = await Delete("ann", key);

        Assert.All(elsewhere, answer => Assert.Equal(200, answer.Status));
        Assert.Equal("Ann Uncommon", (string?)read.Json["name"]);
        Assert.Equal("no-store", read.Headers.CacheControl?.ToString());
        Assert.Equal(204, erased.Status);
        Assert.Equal((404, "person-unknown"), (await api.Get("/v1/people/ann", key)).First);
        Assert.Equal((404, "person-unknown"), (await Delete("ann", key)).First);
        Assert.All(elsewhere.Select(answer => answer.Text).Concat(api.Logged),
            text => Assert.DoesNotContain("uncommon", text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("actor/ann", (await api.Get("/v1/audit", api.Admin)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("admin", null, 200, 204)]
    [InlineData("auditor", null, 403, 403)]
    [InlineData("analyst", null, 403, 403)]
    [InlineData("coordinator", "regions/ours", 403, 403)]
    [InlineData("lead", "pilots/ours-pilot", 403, 403)]
    public async Task Others_are_for_an_admin_alone(string role, string? on, int read, int erase)
    {
        var key = await api.Key("somebody", role, on);
        await Put("carl", api.Admin, Ann);

        Assert.Equal(read, (await api.Get("/v1/people/carl", key)).Status);
        Assert.Equal(read, (await Put("carl", key, Ann)).Status);
        Assert.Equal(erase, (await Delete("carl", key)).Status);
        if (role != "admin") Assert.Equal(403, (await api.Get("/v1/people/not-there", key)).Status);
    }

    [Fact]
    public async Task Nobody_puts_themself() => Assert.Equal(403,
        (await Put("dora", await api.Key("dora", "lead", "pilots/ours-pilot"), Ann)).Status);

    [Fact]
    public async Task Nobody_without_a_key_learns_anything()
    {
        Assert.Equal(401, (await api.Get("/v1/people/ann", null)).Status);
        Assert.Equal(401, (await Put("ann", null, Ann)).Status);
        Assert.Equal(401, (await Delete("ann", null)).Status);
    }

    [Theory]
    [InlineData("""{"name":"a\u0000"}""", 422, "text-hidden-characters")]
    [InlineData("""{"name":"a","email":"nowhere"}""", 422, "email-unreadable")]
    [InlineData("""{"name":"a","actor":"b"}""", 422, "field-unknown")]
    [InlineData("""{}""", 422, "text-required")]
    [InlineData("""{"name":null}""", 422, "wrong-type")]
    [InlineData("""{""", 400, "json-unreadable")]
    public async Task A_person_that_is_wrong_gets_a_code(string body, int status, string code) =>
        Assert.Equal((status, code), (await Put("eric", api.Admin, body)).First);

    [Fact]
    public async Task An_actor_has_an_id_of_its_form()
    {
        Assert.Equal((422, "actor-unreadable"), (await Put("Ann%20B", api.Admin, Ann)).First);
        Assert.Equal(404, (await api.Get("/v1/people/Ann%20B", api.Admin)).Status);
    }

    private Task<Hosting.ApiAnswer> Put(string actor, string? key, string body) =>
        api.Send(HttpMethod.Put, $"/v1/people/{actor}", key, body);

    private Task<Hosting.ApiAnswer> Delete(string actor, string? key) =>
        api.Send(HttpMethod.Delete, $"/v1/people/{actor}", key);
}
