using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KpiGrid.Api.Hosting;
using KpiGrid.Silo.Hosting;
using KpiGrid.Tests.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;
using Xunit;

namespace KpiGrid.Tests.Api.Hosting;

/// <summary>The API in front of a real silo with a journal in a <see cref="TestStore"/>; one for all tests of the collection.</summary>
public sealed class ApiCluster : IAsyncLifetime
{
    private TestStore store = null!;
    private InProcessTestCluster cluster = null!;
    private WebApplication app = null!;

    public HttpClient Http { get; private set; } = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var time = new FakeTimeProvider(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        store = await TestStore.New();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddKeyedSingleton<TimeProvider>(KpiTime.Key, time);
            store.AddTo(silo.AddKpiGridSilo());
        });
        cluster = builder.Build();
        await cluster.DeployAsync();
        app = App(cluster.Client, time);
        await app.StartAsync();
        Http = app.GetTestClient().With(await AdminKeys.New(app));
        await Put("/v1/municipalities/DK-0615", Municipality("Horsens"));
        await Put("/v1/municipalities/DK-0740", Municipality("Silkeborg"));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await cluster.DisposeAsync();
        await store.DisposeAsync();
    }

    /// <summary>The API alone, in front of any grains.</summary>
    internal static WebApplication App(IGrainFactory grains, TimeProvider time, Action<ApiOptions>? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(grains);
        builder.Services.AddKeyedSingleton(KpiTime.Key, time);
        builder.Services.AddKpiGridApi();
        if (options is not null) builder.Services.Configure(options);
        var app = builder.Build();
        app.MapKpiGridApi();
        return app;
    }

    public static string Municipality(string name) => $$"""
        {"country":"DK","timeZone":"Europe/Copenhagen",
         "intervals":[{"name":"{{name}}","nuts3":"DK042","location":{"lat":55.86,"lon":9.85},
                       "from":"2007-01-01","to":null}],
         "population":[{"from":"2019-01-01","value":90370}]}
        """;

    /// <summary>A pilot of its own, for one test.</summary>
    public async Task<string> NewPilot()
    {
        var id = "p-" + Guid.NewGuid().ToString("N");
        var answer = await Put($"/v1/pilots/{id}", Pilot("A pilot"));
        Assert.Equal(201, answer.Status);
        return id;
    }

    public static string Pilot(string name, string reason = "") => $$"""
        {{{reason}}"name":"{{name}}","kind":"joint","start":"2026-01-01",
         "shares":[{"municipality":"DK-0615","parts":1,"whole":2,"from":"2026-01-01"},
                   {"municipality":"DK-0740","parts":1,"whole":2,"from":"2026-01-01"}]}
        """;

    public Task<ApiAnswer> Get(string path) => Send(new(HttpMethod.Get, path));

    public Task<ApiAnswer> Put(string path, string body, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = Json(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return Send(request);
    }

    public Task<ApiAnswer> Post(string path, string body) => Send(new(HttpMethod.Post, path) { Content = Json(body) });

    /// <summary>Posts a body of another form than JSON.</summary>
    public Task<ApiAnswer> Post(string path, string body, string contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return Send(new(HttpMethod.Post, path) { Content = content });
    }

    public Task<ApiAnswer> Send(HttpRequestMessage request) => Send(Http, request);

    internal static async Task<ApiAnswer> Send(HttpClient http, HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, Cancelled);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        return new((int)response.StatusCode, text, response.Content.Headers.ContentType?.MediaType, response.Headers);
    }

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}

/// <summary>What the API answered.</summary>
public sealed record ApiAnswer(int Status, string Text, string? MediaType, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The codes of a problem document, with their places.</summary>
    public IReadOnlyList<(int? Index, string Field, string Code)> Errors
    {
        get
        {
            Assert.Equal("application/problem+json", MediaType);
            Assert.Equal(Status, (int)Json["status"]!);
            return [.. Json["errors"]!.AsArray().Select(error =>
                ((int?)error!["index"], (string)error["field"]!, (string)error["code"]!))];
        }
    }

    public (int Status, string Code) First => (Status, Errors[0].Code);
}

[CollectionDefinition(nameof(ApiCluster))]
public sealed class ApiClusterDefinition : ICollectionFixture<ApiCluster>;
