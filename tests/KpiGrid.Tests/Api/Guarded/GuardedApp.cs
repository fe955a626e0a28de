using System.Net;
using KpiGrid.Api.Access;
using KpiGrid.Api.Access.OpenId;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Keys;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

/// <summary>An API and its pages with an admin's key, an endpoint that fails, and endpoints that answer when told to.</summary>
internal sealed class GuardedApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private GuardedApp(WebApplication app, HttpClient http, string key) => (this.app, Http, Key) = (app, http, key);

    public HttpClient Http { get; }

    public string Key { get; }

    /// <summary>Lets <c>/hold</c> and <c>/v1/hold/live</c> answer.</summary>
    public TaskCompletionSource Released { get; private init; } = null!;

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<GuardedApp> Start(IGrainFactory grains, TimeProvider time, bool listens, string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        foreach (var parts in settings.Select(setting => setting.Split('=', 2)))
            builder.Configuration[parts[0]] = parts[1];
        if (listens) builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        else builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(grains).AddKeyedSingleton(KpiTime.Key, time);
        builder.Services.AddKpiGridApi().AddKpiGridOpenId(builder.Configuration).AddKpiGridWeb();
        var app = builder.Build();
        app.MapKpiGridApi();
        app.MapKpiGridWeb();
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var path in new[] { "/hold", "/v1/hold/live" }) app.MapGet(path, () => released.Task).IsOpen();
        app.MapGet("/v1/fail", void () => throw new InvalidOperationException("a secret")).IsOpen();
        app.MapGet("/from", (HttpContext context) => $"{context.Request.Scheme} {context.Connection.RemoteIpAddress}").IsOpen();
        await app.StartAsync(Cancelled);
        var key = "";
        await new FirstKey(grains, time).Ensure(null, made => key = made);
        var http = listens ? new HttpClient { BaseAddress = new(app.Urls.First()) } : app.GetTestClient();
        return new(app, http, key) { Released = released };
    }

    public async ValueTask DisposeAsync()
    {
        Released.TrySetResult();
        Http.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Asks with a key, or with none.</summary>
    public Task<ApiAnswer> Get(string path, string? key = null) => Send(Asking(path, key));

    public Task<ApiAnswer> Send(HttpRequestMessage request) => ApiCluster.Send(Http, request);

    /// <summary>Makes another key, with the admin's grants.</summary>
    public async Task<string> NewKey()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/keys")
        {
            Content = ApiCluster.Json("""{"actor":"other","label":"another","grants":[{"role":"admin"}]}"""),
        };
        request.Headers.Authorization = new("Bearer", Key);
        return (string)(await Send(request)).Json["key"]!;
    }

    /// <summary>Asks as if from an address.</summary>
    public async Task<HttpContext> GetFrom(string address, string path, params (string Name, string Value)[] headers) =>
        await app.GetTestServer().SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            context.Request.Path = path;
            foreach (var (name, value) in headers) context.Request.Headers[name] = value;
        }, Cancelled);

    public static HttpRequestMessage Asking(string path, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        return request;
    }
}
