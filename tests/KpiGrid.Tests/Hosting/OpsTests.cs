using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiGrid.Tests.Hosting;

public sealed class OpsTests
{
    private const string Metrics = "/metrics";
    private const string Cluster = "/ops/cluster";
    private static readonly Regex Parameter = new("{[^}]*}");

    [Fact]
    public async Task Every_route_of_the_cluster_dashboard_is_for_admins()
    {
        await using var host = await ProgramHost.Start("Ops:Cluster=true");
        var analyst = await KeyOf(host, "analyst");
        var routes = host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + Parameter.Replace(endpoint.RoutePattern.RawText!, "1").TrimStart('/'))
            .Where(route => route.StartsWith(Cluster, StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(routes.Count > 5);
        foreach (var route in routes)
        {
            Assert.Equal((route, HttpStatusCode.Unauthorized), (route, (await host.Get(route)).Status));
            Assert.Equal((route, HttpStatusCode.Forbidden), (route, (await host.Get(route, analyst)).Status));
        }
        Assert.Equal(HttpStatusCode.OK, (await host.Get(Cluster + "/", host.Key)).Status);
    }

    [Fact]
    public async Task The_cluster_dashboard_is_off_unless_switched_on()
    {
        await using var host = await ProgramHost.Start();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get(Cluster + "/", host.Key)).Status);
    }

    [Fact]
    public async Task Metrics_of_the_journal_and_of_Orleans_are_for_admins_and_auditors()
    {
        await using var host = await ProgramHost.Start();
        var auditor = await KeyOf(host, "auditor");

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Get(Metrics)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Get(Metrics, await KeyOf(host, "analyst"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Get(Metrics, auditor)).Status);

        var (status, text) = await host.Get(Metrics, host.Key);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("kpigrid_journal_records", text, StringComparison.Ordinal);
        Assert.Contains("orleans_", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scraper_on_this_machine_reads_metrics_when_allowed_and_nobody_through_a_proxy()
    {
        await using var host = await ProgramHost.Start("Ops:LoopbackMetrics=true");
        Assert.Equal(HttpStatusCode.OK, (await host.Get(Metrics)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Get(Metrics, forwardedFor: "203.0.113.9")).Status);
    }

    [Fact]
    public async Task No_variable_of_the_environment_makes_it_show_stack_traces()
    {
        await using var host = await ProgramHost.Build("http://127.0.0.1:0");
        Assert.Equal("Production", host.App.Environment.EnvironmentName);
    }

    private static async Task<string> KeyOf(ProgramHost host, string role)
    {
        using var http = new HttpClient { BaseAddress = new(host.App.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", host.Key);
        using var body = new StringContent(
            $$"""{"actor":"{{role}}","label":"test","grants":[{"role":"{{role}}"}]}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(
            new Uri("/v1/keys", UriKind.Relative), body, TestContext.Current.CancellationToken);
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["key"]!;
    }
}
