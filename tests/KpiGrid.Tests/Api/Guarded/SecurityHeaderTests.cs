using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

[Collection(nameof(GuardedCluster))]
public sealed class SecurityHeaderTests(GuardedCluster cluster)
{
    [Theory]
    [InlineData("/", 401)]
    [InlineData("/regions/none", 401)]
    [InlineData("/health/live", 200)]
    [InlineData("/v1/kpis", 401)]
    [InlineData("/v1/nothing", 404)]
    [InlineData("/nothing", 404)]
    [InlineData("/v1/fail", 500)]
    [InlineData("/openapi/v1.json", 200)]
    public async Task Every_answer_keeps_foreign_and_inline_content_out(string path, int status)
    {
        var api = await cluster.Plain();

        var answer = await api.Get(path);

        Assert.Equal(status, answer.Status);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.All((string[])["Opener", "Resource"], kind =>
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues($"Cross-Origin-{kind}-Policy"))));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task The_policy_of_a_page_knows_the_one_style_sheet_it_carries()
    {
        var api = await cluster.Plain();

        var answer = await api.Get("/", api.Key);

        var sheet = Assert.Single(Regex.Matches(answer.Text, "<style>(.*?)</style>", RegexOptions.Singleline)).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));
        Assert.Contains($"; style-src 'self' 'sha256-{hash}';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/keys", "no-store")]
    [InlineData("/v1/keys/unknown", "no-store")]
    [InlineData("/v1/kpis", "no-cache, private")]
    [InlineData("/", "no-cache, private")]
    public async Task Nobody_keeps_keys_and_no_shared_cache_keeps_answers(string path, string cache)
    {
        var api = await cluster.Plain();
        Assert.Equal(cache, (await api.Get(path, api.Key)).Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Behind_tls_a_browser_is_told_to_stay_there()
    {
        await using var api = await cluster.Start();
        api.Http.BaseAddress = new("https://kpigrid.test");
        var answer = await api.Get("/health/live");
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task A_failure_says_nothing_of_itself_but_the_id_of_its_trace()
    {
        var api = await cluster.Plain();

        var answer = await api.Get("/v1/fail", api.Key);

        Assert.Equal((500, "internal-error"), answer.First);
        Assert.NotEmpty((string)answer.Json["traceId"]!);
        Assert.All((string[])["secret", "Exception", "   at ", ".cs"], part =>
            Assert.DoesNotContain(part, answer.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.0.0.7", "https 203.0.113.9")]
    [InlineData("10.0.1.7", "http 10.0.1.7")]
    public async Task Only_a_named_proxy_says_where_a_request_is_from(string proxy, string from)
    {
        await using var api = await cluster.Start("Hosting:TrustedProxies:0=10.0.0.0/24");
        Assert.Equal(from, await From(api, proxy));
    }

    [Fact]
    public async Task Without_a_named_proxy_nobody_says_where_a_request_is_from()
    {
        await using var api = await cluster.Start("FORWARDEDHEADERS_ENABLED=true");
        Assert.Equal("http 127.0.0.1", await From(api, "127.0.0.1"));
    }

    private static async Task<string> From(GuardedApp api, string proxy)
    {
        var context = await api.GetFrom(
            proxy, "/from", ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"));
        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
        using var reader = new StreamReader(context.Response.Body);
        return await reader.ReadToEndAsync(GuardedApp.Cancelled);
    }
}
