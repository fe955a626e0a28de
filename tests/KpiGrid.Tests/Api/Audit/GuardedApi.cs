using System.Collections.Concurrent;
using System.Net.Http.Headers;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Keys;
using KpiGrid.Silo.Hosting;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;
using Xunit;

namespace KpiGrid.Tests.Api.Audit;

/// <summary>The API with keys of several people, two regions with a pilot each, and everything that it logs.</summary>
public sealed class GuardedApi : IAsyncLifetime, ILoggerProvider, ILogger
{
    private readonly FakeTimeProvider time = new(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private TestStore store = null!;
    private InProcessTestCluster cluster = null!;
    private WebApplication app = null!;
    private HttpClient http = null!;

    public string Admin { get; private set; } = "";

    /// <summary>What was logged, in order.</summary>
    public ConcurrentQueue<string> Logged { get; } = new();

    public IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.New();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddKeyedSingleton<TimeProvider>(KpiTime.Key, time);
            silo.Services.AddLogging(logging => logging.AddProvider(this));
            store.AddTo(silo.AddKpiGridSilo());
        });
        cluster = builder.Build();
        await cluster.DeployAsync();
        app = App();
        await app.StartAsync();
        http = app.GetTestClient();
        await new FirstKey(cluster.Client, time).Ensure(null, key => Admin = key);
        await Network("DK-0615", "ours");
        await Network("DK-0740", "theirs");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await cluster.DisposeAsync();
        await store.DisposeAsync();
    }

    /// <summary>A key of an actor in a role, on a node or on everything.</summary>
    public async Task<string> Key(string actor, string role, string? on = null)
    {
        var where = on is null ? "" : $",\"on\":\"{on}\"";
        var made = await Send(HttpMethod.Post, "/v1/keys", Admin,
            $$"""{"actor":"{{actor}}","label":"test","grants":[{"role":"{{role}}"{{where}}}]}""");
        Assert.Equal(201, made.Status);
        return (string)made.Json["key"]!;
    }

    public Task<ApiAnswer> Get(string path, string? key) => Send(HttpMethod.Get, path, key);

    public Task<ApiAnswer> Send(HttpMethod method, string path, string? key, string? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (body is not null) request.Content = ApiCluster.Json(body);
        return ApiCluster.Send(http, request);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Logged.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    void IDisposable.Dispose() { }

    private WebApplication App()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(this);
        builder.Services.AddSingleton<IGrainFactory>(cluster.Client);
        builder.Services.AddKeyedSingleton<TimeProvider>(KpiTime.Key, time);
        builder.Services.AddKpiGridApi();
        var made = builder.Build();
        made.MapKpiGridApi();
        return made;
    }

    private async Task Network(string place, string region)
    {
        Assert.Equal(201, (await Send(
            HttpMethod.Put, $"/v1/municipalities/{place}", Admin, ApiCluster.Municipality(place))).Status);
        Assert.Equal(201, (await Send(HttpMethod.Put, $"/v1/regions/{region}", Admin, $$"""
            {"name":"{{region}}","kind":"network","members":[{"municipality":"{{place}}","from":"2020-01-01"}]}
            """)).Status);
        Assert.Equal(201, (await Send(HttpMethod.Put, $"/v1/pilots/{region}-pilot", Admin, $$"""
            {"name":"A pilot","kind":"single","start":"2026-01-01",
             "shares":[{"municipality":"{{place}}","parts":1,"whole":1,"from":"2026-01-01"}]}
            """)).Status);
    }
}

[CollectionDefinition(nameof(GuardedApi))]
public sealed class GuardedApiDefinition : ICollectionFixture<GuardedApi>;
