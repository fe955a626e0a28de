using System.Text.RegularExpressions;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Processes.Clustering;

/// <summary>Three silos and two front ends as an operator runs them.</summary>
[Collection(typeof(FaultsAlone))]
public sealed partial class ClusterProcessTests(ClusterProcesses cluster) : IClassFixture<ClusterProcesses>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_silos_that_start_at_once_one_makes_the_first_key_and_every_front_end_takes_it()
    {
        var key = Assert.Single(cluster.Keys);
        foreach (var front in cluster.Fronts)
        {
            using var http = Http(front, key);
            Assert.Equal(200, (await ApiCluster.Send(http, new(HttpMethod.Get, "/v1/keys"))).Status);
        }
    }

    [Fact]
    public async Task A_silo_tells_its_health_and_serves_nothing_else()
    {
        Assert.Equal(200, await cluster.Silos[0].Status("/health/ready"));
        Assert.Equal(401, await cluster.Silos[0].Status("/metrics"));
        foreach (var path in new[] { "/", "/v1/kpis", "/openapi/v1.json" }) Assert.Equal(404, await cluster.Silos[0].Status(path));
    }

    [Fact]
    public async Task A_front_end_that_finds_no_cluster_lives_and_is_not_ready_and_still_stops_at_once()
    {
        await using var lonely = cluster.Process("front", 9, ("KPIGRID_Cluster__Id", "nobody"));
        lonely.Launch();
        await Deadline.Equal(200, () => lonely.Status("/health/live"), "the lonely front end", 60);
        foreach (var path in new[] { "/health/ready", "/v1/kpis", "/" }) Assert.Equal(503, await lonely.Status(path));
        await lonely.Stop();
    }

    [Fact]
    public async Task A_form_of_one_front_end_is_accepted_by_the_other()
    {
        using var http = Http(cluster.Fronts[0], cluster.Keys.Single());
        var made = await ApiCluster.Send(http, new(HttpMethod.Post, "/v1/keys")
        {
            Content = ApiCluster.Json("""{"actor":"p","label":"p","use":"link","grants":[{"role":"admin"}]}"""),
        });
        var path = $"/sign-in/{made.Json["key"]}";
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var page = await browser.GetStringAsync(new Uri(cluster.Fronts[0].Address, path), Cancelled);
        var field = Field().Match(page);
        using var answer = await browser.PostAsync(new Uri(cluster.Fronts[1].Address, path),
            new FormUrlEncodedContent([new(field.Groups[1].Value, field.Groups[2].Value)]), Cancelled);
        Assert.Equal(303, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_key_revoked_through_one_front_end_opens_nothing_at_the_other_within_5_seconds()
    {
        using var here = Http(cluster.Fronts[0], cluster.Keys.Single());
        var made = await ApiCluster.Send(here, new(HttpMethod.Post, "/v1/keys")
        {
            Content = ApiCluster.Json("""{"actor":"m","label":"m","grants":[{"role":"analyst"}]}"""),
        });
        using var there = Http(cluster.Fronts[1], (string)made.Json["key"]!);
        Assert.Equal(200, (await ApiCluster.Send(there, new(HttpMethod.Get, "/v1/kpis"))).Status);
        Assert.Equal(200, (await ApiCluster.Send(here, new(HttpMethod.Delete, $"/v1/keys/{made.Json["id"]}"))).Status);
        await Deadline.Equal(401,
            async () => (await ApiCluster.Send(there, new(HttpMethod.Get, "/v1/kpis"))).Status, "the revoked key", 5);
    }

    [Fact]
    public async Task Each_process_in_turn_may_stop_and_start_again_while_clients_push_and_nobody_fails()
    {
        using var pushing = new PushingClients(cluster, "stops");
        await pushing.Start();
        foreach (var each in cluster.All)
        {
            await pushing.More(20);
            Assert.Equal(0, await each.Stop());
            await pushing.More(20);
            each.Launch();
            await each.Ready();
        }
        await pushing.EndAndCount();
        await Sound();
    }

    /// <summary>Verifies beside the live cluster, by the store's settings alone.</summary>
    private async Task Sound()
    {
        foreach (var more in new[] { new[] { "--url", cluster.Fronts[0].Address.ToString(), "--key", cluster.Keys.Single() }, ["--audit"] })
        {
            await using var verify = ProgramProcess.Start(
                "kpigrid.dll", ["verify", "--store", "postgres", "--json", .. more], cluster.Settings);
            var code = await verify.Code(TimeSpan.FromMinutes(2));
            Assert.True(code == 0, $"{code} {verify.Error} {verify.Output}");
        }
    }

    private static HttpClient Http(ClusterProcess front, string key) => new HttpClient { BaseAddress = front.Address }.With(key);

    [GeneratedRegex("name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Field();
}
