using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>Fields that an answer has and a sender may not set: every write refuses each, and nothing moves.</summary>
[Collection(nameof(AccessGrid))]
public sealed class UnaskedFieldTests(AccessGrid grid)
{
    private static readonly string[] ofAll =
        ["id", "head", "recordedAt", "author", "repeated", "hash", "sequence", "version", "hidden", "actor", "key", "role", "isAdmin"];

    private static readonly string[] ofItems =
        ["status", "stream", "sequence", "recorded", "recordedAt", "author", "definition", "digest", "a", "b", "rule", "parts", "import"];

    [Theory]
    [InlineData("pilots/p-own", "lead")]
    [InlineData("pilots/p-own", "admin")]
    [InlineData("regions/net-a", "coordinator")]
    [InlineData("regions/net-a", "admin")]
    [InlineData("municipalities/DK-A1", "admin")]
    [InlineData("kpis/AT-OWN", "admin")]
    public async Task Facts_take_no_field_of_an_answer(string path, string role)
    {
        var facts = AccessWorld.Nouns.Single(noun => noun.Path == path).Facts;
        var head = await Head(path, role);
        foreach (var field in ofAll) await Refused("PUT", $"/v1/{path}", role, facts, field);
        Assert.Equal(head, await Head(path, role));
    }

    [Fact]
    public async Task Measurements_and_corrections_take_no_field_of_a_receipt()
    {
        var head = (int)(await grid.Get("/v1/audit?node=pilots/p-own&limit=1", "admin"))["items"]![0]!["sequence"]!;
        const string Measurement = """{"id":"unasked","kpi":"CDW-GEN","period":"2026-07","value":1,"unit":"t"}""";
        const string Correction =
            """{"id":"m1","kpi":"CDW-GEN","revision":2,"kind":"correction","reason":"slip","period":"2026-03","value":2}""";
        foreach (var field in ofItems.Append("revision"))
            await Refused("POST", "/v1/pilots/p-own/measurements", "lead", Measurement, field);
        foreach (var field in ofItems) await Refused("POST", "/v1/pilots/p-own/corrections", "lead", Correction, field);
        Assert.Equal(head, (int)(await grid.Get("/v1/audit?node=pilots/p-own&limit=1", "admin"))["items"]![0]!["sequence"]!);
    }

    [Theory]
    [InlineData("POST", "/v1/keys", """{"actor":"a","label":"l","grants":[{"role":"analyst"}]}""")]
    [InlineData("PUT", "/v1/people/a-unasked", """{"name":"Sample Person"}""")]
    public async Task Keys_and_people_take_no_field_of_an_answer(string method, string path, string body)
    {
        foreach (var field in (string[])["id", "hash", "revoked", "recordedAt", "author", "key", "secret", "erased", "head"])
            await Refused(method, path, "admin", body, field);
    }

    [Theory]
    [InlineData("coordinator", "regions/net-a", "published", "true")]
    [InlineData("coordinator", "regions/net-a", "members", """[{"municipality":"DK-B1","from":"2020-01-01"}]""")]
    [InlineData("lead", "pilots/p-own", "budget",
        """[{"amount":1,"currency":"DKK","from":"2026-01-01","to":"2027-01-01"}]""")]
    [InlineData("lead", "pilots/p-own", "shares",
        """[{"municipality":"DK-A2","parts":1,"whole":1,"from":"2026-01-01"}]""")]
    public async Task A_field_that_is_another_roles_is_refused_by_name(string role, string path, string field, string value)
    {
        var facts = JsonNode.Parse(AccessWorld.Nouns.Single(noun => noun.Path == path).Facts)!;
        facts[field] = JsonNode.Parse(value);
        var head = await Head(path, role);
        var answer = await grid.Send("PUT", $"/v1/{path}", role, facts.ToJsonString());
        Assert.Equal((403, field), (answer.Status, (string)answer.Json["errors"]![0]!["field"]!));
        Assert.Equal(head, await Head(path, role));
    }

    private async Task<int> Head(string path, string role) => (int)(await grid.Get($"/v1/{path}", role))["head"]!;

    private async Task Refused(string method, string path, string role, string body, string field)
    {
        var changed = JsonNode.Parse(body)!.AsObject();
        if (changed.ContainsKey(field)) return;
        changed[field] = field is "sequence" or "head" or "revision" ? 7 : "x";
        var answer = await grid.Send(method, path, role, changed.ToJsonString());
        Assert.True(answer.Status == 422, $"{path} {field}: {answer.Status} {answer.Text}");
        Assert.Contains(answer.Json["errors"]!.AsArray(), error =>
            (string?)error!["field"] == field && (string?)error["code"] == "field-unknown");
    }
}
