using System.Text;
using System.Text.Json.Nodes;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Silo.Journal;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>
/// The program with two networks that share nothing, a region that overlaps the first, and a key of each role, granted in
/// the first network: on the region <c>net-a</c>, or on the pilot <c>p-own</c>.
/// </summary>
public sealed class AccessGrid : IAsyncLifetime
{
    private static readonly (string Role, string? On)[] roles =
    [
        ("coordinator", "regions/net-a"), ("lead", "pilots/p-own"), ("body", "regions/net-a"), ("analyst", "regions/net-a"),
        ("auditor", "regions/net-a"),
    ];

    private readonly TempFolder folder = new();
    private TestStore store = null!;
    private WebApplication app = null!;

    internal HttpClient Http { get; private set; } = null!;

    internal SteppedTime Time { get; } = new();

    internal Uri Address => new(app.Urls.First());

    internal string Folder => folder.Path;

    internal IJournal Journal => app.Services.GetRequiredService<IJournal>();

    /// <summary>The key of each role; that of nobody is empty.</summary>
    internal Dictionary<string, string> Keys { get; } = new() { ["nobody"] = "" };

    internal KeyDesk Desk { get; private set; } = null!;

    internal EndpointDataSource Routes => app.Services.GetRequiredService<EndpointDataSource>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.NewEmbedded(folder.Path);
        app = KpiGridHost.Build(new()
        {
            Urls = "http://127.0.0.1:0", Data = folder.Path, Time = Time, Journal = store.AddTo,
        });
        await app.StartAsync(Cancelled);
        Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };
        Keys["admin"] = AdminKeyFile.Read(folder.Path)!;
        Desk = new(new PatientHttp(KeyedHttp.Client(Address, Keys["admin"]), TimeProvider.System, Patience.None));
        Time.StepTo(AccessWorld.RecordedAt);
        foreach (var (path, facts) in AccessWorld.Nouns) await Good(Send("PUT", $"/v1/{path}", "admin", facts));
        foreach (var pilot in AccessWorld.Pilots)
            await Good(Send("POST", $"/v1/pilots/{pilot}/measurements", "admin", AccessWorld.Measurements));
        Time.Run();
        foreach (var (path, order) in AccessWorld.Editions) await Good(Send("POST", $"/v1/{path}", "admin", order));
        foreach (var (role, on) in roles) Keys[role] = await NewKey(new($"a-{role}", role, on, "access tests"));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }

    internal async Task<string> NewKey(KeyWish wish) => (await Desk.Make(wish, Cancelled)).GetProperty("key").GetString()!;

    internal Task<ApiAnswer> Send(string method, string path, string role, string? body = null) =>
        Send(With(new(new(method), path), Keys[role], body));

    internal Task<ApiAnswer> SendWith(string key, string method, string path, string? body = null) =>
        Send(With(new(new(method), path), key, body));

    internal Task<ApiAnswer> Send(HttpRequestMessage request) => ApiCluster.Send(Http, request);

    internal async Task<JsonNode> Get(string path, string role)
    {
        var answer = await Send("GET", path, role);
        Assert.True(answer.Status == 200, $"{role} {path}: {answer.Status} {answer.Text}");
        return answer.Json;
    }

    internal static HttpRequestMessage With(HttpRequestMessage request, string key, string? body)
    {
        if (key.Length > 0) request.Headers.Authorization = new("Bearer", key);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    private static async Task Good(Task<ApiAnswer> sent)
    {
        var answer = await sent;
        Assert.True(answer.Status is 200 or 201, answer.Text);
    }
}

[CollectionDefinition(nameof(AccessGrid))]
public sealed class AccessGridDefinition : ICollectionFixture<AccessGrid>;
