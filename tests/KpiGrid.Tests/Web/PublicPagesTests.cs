using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Tests.Access;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Web;

/// <summary>Pages obey access as the API does: what is hidden is left out and counted.</summary>
public sealed class PublicPagesTests
{
    private const string Town = "https://www.town.example";

    [Fact]
    public async Task The_public_sees_the_total_of_a_published_region_and_is_told_how_much_is_hidden()
    {
        using var folder = new TempFolder();
        await using var app = KpiGridHost.Build(new()
        {
            Urls = "http://127.0.0.1:0", Data = folder.Path,
            Settings = new Dictionary<string, string?> { ["Access:Public"] = "True", ["Embed:By:0"] = Town },
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var admin = KeyedHttp.Client(new(app.Urls.First()), AdminKeyFile.Read(folder.Path));
        foreach (var (path, facts) in AccessWorld.Nouns) await Send(admin, HttpMethod.Put, path, facts);
        await Send(admin, HttpMethod.Put, "regions/net-a",
            AccessWorld.Region("net-a").Replace("\"kind\"", "\"published\":true,\"kind\"", StringComparison.Ordinal));
        await Send(admin, HttpMethod.Post, "pilots/p-own/measurements", AccessWorld.Measurements);
        using var anybody = new HttpClient { BaseAddress = new(app.Urls.First()) };

        var region = await Get(anybody, "regions/net-a?kpi=CDW-GEN&period=2026&lang=en");
        Assert.Equal(200, region.Status);
        Assert.Contains("data-kpi=\"CDW-GEN.value\">1 t<", region.Text, StringComparison.Ordinal);
        Assert.Contains("hidden: your access does not reach them", region.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/municipalities/DK-A1", region.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"ledger\"", region.Text, StringComparison.Ordinal);

        var explain = await Get(anybody, "regions/net-a/explain?kpi=CDW-GEN&period=2026&lang=en");
        Assert.Contains("1 measurements of 1 pilots are part of the total and hidden", explain.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("p-own", explain.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("p-own", (await Get(anybody, "find?q=p&lang=en")).Text, StringComparison.Ordinal);
        foreach (var path in (string[])["pilots/p-own", "municipalities/DK-A1", "regions/net-b", "pilots/p-own/stream?kpi=CDW-GEN"])
            Assert.Equal(401, (await Get(anybody, path)).Status);

        Assert.EndsWith($"frame-ancestors {Town}", Policy(await Get(anybody, "regions/net-a/charts/series?kpi=CDW-GEN&period=2026")),
            StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", Policy(region), StringComparison.Ordinal);
    }

    private static string Policy(ApiAnswer answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

    private static Task<ApiAnswer> Get(HttpClient http, string path) => ApiCluster.Send(http, new(HttpMethod.Get, $"/{path}"));

    private static async Task Send(HttpClient http, HttpMethod method, string path, string body)
    {
        var answer = await ApiCluster.Send(http, new(method, $"/v1/{path}") { Content = ApiCluster.Json(body) });
        Assert.True(answer.Status is 200 or 201, answer.Text);
    }
}
