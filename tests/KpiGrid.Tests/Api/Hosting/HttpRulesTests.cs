using System.Text;
using Xunit;

namespace KpiGrid.Tests.Api.Hosting;

[Collection(nameof(ApiCluster))]
public sealed class HttpRulesTests(ApiCluster api)
{
    [Theory]
    [InlineData("GET", "/v1/nothing", 404, "route-unknown")]
    [InlineData("GET", "/v1", 404, "route-unknown")]
    [InlineData("DELETE", "/v1/kpis/CDW-DIV", 405, "method-not-allowed")]
    [InlineData("GET", "/v1/kpis?limit=ten", 400, "parameter-unreadable")]
    [InlineData("GET", "/v1/kpis?limt=10", 422, "parameter-unknown")]
    [InlineData("GET", "/v1/kpis?limit=99999999999999999999", 400, "parameter-unreadable")]
    public async Task Every_error_is_a_problem_document(string method, string path, int status, string code) =>
        Assert.Equal((status, code), (await api.Send(new(new(method), path))).First);

    [Theory]
    [InlineData("text/tab-separated-values")]
    [InlineData("text/csv; charset=windows-1252")]
    [InlineData("application/x-ndjson; charset=utf-16")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("text/json")]
    [InlineData(null)]
    public async Task Another_content_type_is_415(string? type)
    {
        var content = new ByteArrayContent("{}"u8.ToArray());
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        var answer = await api.Send(new(HttpMethod.Post, "/v1/pilots/any/measurements") { Content = content });
        Assert.Equal((415, "content-type-unknown"), answer.First);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_413_whether_its_length_is_said_or_not(bool chunked)
    {
        var bytes = Encoding.UTF8.GetBytes(new string(' ', 16 * 1024 * 1024 + 1));
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/pilots/any/measurements")
        {
            Content = chunked ? new StreamContent(new Unsized(bytes)) : new ByteArrayContent(bytes),
        };
        request.Content.Headers.ContentType = new("application/json");
        Assert.Equal((413, "body-too-large"), (await api.Send(request)).First);
    }

    [Fact]
    public async Task A_body_at_the_limit_is_read()
    {
        var body = "[]" + new string(' ', 16 * 1024 * 1024 - 2);
        Assert.Equal((404, "pilot-unknown"), (await api.Post("/v1/pilots/any/measurements", body)).First);
    }

    [Fact]
    public async Task Live_and_ready_are_said()
    {
        Assert.Equal("live", (string?)(await api.Get("/health/live")).Json["status"]);
        Assert.Equal("ready", (string?)(await api.Get("/health/ready")).Json["status"]);
    }

    [Fact]
    public async Task The_description_names_routes_bodies_and_types()
    {
        var answer = await api.Get("/openapi/v1.json");
        Assert.Equal(200, answer.Status);
        var post = answer.Json["paths"]!["/v1/pilots/{pilot}/measurements"]!["post"]!;
        Assert.All((string[])["application/json", "application/x-ndjson", "application/jsonl", "text/csv"], type =>
            Assert.NotNull(post["requestBody"]!["content"]![type]!["schema"]));
        var schemas = answer.Json["components"]!["schemas"]!;
        Assert.Equal("number", (string?)schemas["Amount"]!["type"]);
        Assert.Equal("string", (string?)schemas["KpiCode"]!["type"]);
        Assert.Equal("flow", (string?)schemas["KpiKind"]!["enum"]![0]);
        Assert.Contains("integer", schemas["ReceiptAnswer"]!["properties"]!["sequence"]!["type"]!.AsArray()
            .Select(type => (string?)type));
        Assert.Equal("date", (string?)schemas["PilotFacts"]!["properties"]!["start"]!["format"]);
    }

    [Theory]
    [InlineData("/v1/pilots/{id}", "PilotFacts"), InlineData("/v1/kpis/{id}", "KpiFacts")]
    [InlineData("/v1/regions/{id}", "RegionFacts"), InlineData("/v1/municipalities/{id}", "MunicipalityFacts")]
    public async Task The_description_of_a_noun_has_its_record_around_its_facts(string path, string facts)
    {
        var noun = (await api.Get("/openapi/v1.json")).Json["paths"]![path]!;
        foreach (var (method, status) in ((string, string)[])[("get", "200"), ("put", "200"), ("put", "201")])
        {
            var parts = noun[method]!["responses"]![status]!["content"]!["application/json"]!["schema"]!["allOf"]!;
            Assert.Equal(["id", "head", "recordedAt", "author", "reason", "repeated"],
                parts[0]!["properties"]!.AsObject().Select(member => member.Key));
            Assert.EndsWith($"/{facts}", (string?)parts[1]!["$ref"], StringComparison.Ordinal);
        }
        var body = noun["put"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["allOf"]!;
        Assert.NotNull(body[0]!["properties"]!["reason"]);
    }

    /// <summary>A stream that does not say how long it is.</summary>
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
