using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>What anybody may read: the totals of published regions, where the installation lets the public in.</summary>
public sealed class PublicTests
{
    private const string Question = "?kpi=CDW-GEN&from=2026-01-01&to=2027-01-01";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_public_reads_totals_of_published_regions_where_it_is_let_in(bool isLetIn)
    {
        using var folder = new TempFolder();
        await using var store = await TestStore.NewEmbedded(folder.Path);
        await using var app = KpiGridHost.Build(new()
        {
            Urls = "http://127.0.0.1:0", Data = folder.Path, Journal = store.AddTo,
            Settings = new Dictionary<string, string?> { ["Access:Public"] = $"{isLetIn}" },
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var admin = KeyedHttp.Client(new(app.Urls.First()), AdminKeyFile.Read(folder.Path));
        foreach (var (path, facts) in AccessWorld.Nouns) await Put(admin, path, facts);
        await Put(admin, "regions/net-a", AccessWorld.Region("net-a").Replace(
            "\"kind\"", "\"published\":true,\"kind\"", StringComparison.Ordinal));
        using var anybody = new HttpClient { BaseAddress = new(app.Urls.First()) };

        Assert.Equal(isLetIn ? 200 : 401, await Status(anybody, $"regions/net-a/totals{Question}"));
        foreach (var path in (string[])["regions/net-b/totals", "municipalities/DK-A1/totals", "pilots/p-own/totals"])
            Assert.Equal(401, await Status(anybody, path + Question));
        foreach (var path in (string[])["regions", "regions/net-a", "pilots/p-own", "kpis", "keys", "audit"])
            Assert.Equal(401, await Status(anybody, path));
        if (!isLetIn) return;
        var split = await Get(anybody, $"regions/net-a/totals{Question}&split=municipality");
        Assert.Empty(split.Json["split"]!.AsArray());
        Assert.DoesNotContain((await Get(anybody, $"regions/net-a/explain{Question}")).Json["lines"]!.AsArray(),
            line => line!["pilot"] is not null);
    }

    private static Task<ApiAnswer> Get(HttpClient http, string path) =>
        ApiCluster.Send(http, new(HttpMethod.Get, $"/v1/{path}"));

    private static async Task<int> Status(HttpClient http, string path) => (await Get(http, path)).Status;

    private static async Task Put(HttpClient http, string path, string facts)
    {
        var answer = await ApiCluster.Send(http, new(HttpMethod.Put, $"/v1/{path}") { Content = ApiCluster.Json(facts) });
        Assert.True(answer.Status is 200 or 201, answer.Text);
    }
}
