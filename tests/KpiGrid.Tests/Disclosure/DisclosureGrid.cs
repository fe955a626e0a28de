using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using KpiGrid.Api.Disclosure;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Tests.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace KpiGrid.Tests.Disclosure;

/// <summary>The program on the morning of 20 November 2026 over HTTP, with the key of its owner and of one who reads everything
/// and answers for nothing.</summary>
public sealed class DisclosureGrid : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly SteppedTime time = new();
    private readonly Dictionary<string, HttpClient> clients = [];
    private TestStore store = null!;
    private WebApplication app = null!;
    private KeyDesk desk = null!;
    private DateTimeOffset now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    internal DisclosureOptions Options => app.Services.GetRequiredService<IOptions<DisclosureOptions>>().Value;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        time.StepTo(now);
        store = await TestStore.NewEmbedded(folder.Path);
        app = KpiGridHost.Build(new() { Urls = "http://127.0.0.1:0", Data = folder.Path, Time = time, Journal = store.AddTo });
        await app.StartAsync(Cancelled);
        var admin = AdminKeyFile.Read(folder.Path)!;
        clients["admin"] = KeyedHttp.Client(new(app.Urls.First()), admin);
        desk = new(new PatientHttp(KeyedHttp.Client(new(app.Urls.First()), admin), TimeProvider.System, Patience.None));
        await Grant("outsider", "analyst", null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values) client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>An instant that nothing happens at, with time before and after it.</summary>
    internal DateTimeOffset AMinutePasses()
    {
        var middle = now.AddSeconds(30);
        time.StepTo(now = now.AddMinutes(1));
        return middle;
    }

    /// <summary>Somebody with one role.</summary>
    internal async Task Grant(string who, string role, string? on) => clients[who] = KeyedHttp.Client(new(app.Urls.First()),
        (await desk.Make(new($"d-{who}", role, on, "disclosure tests"), Cancelled)).GetProperty("key").GetString()!);

    internal async Task Put(string path, JsonNode facts)
    {
        using var answer = await clients["admin"].PutAsJsonAsync($"/v1/{path}", facts, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, path + await answer.Content.ReadAsStringAsync(Cancelled));
    }

    internal async Task<JsonElement> Post(string who, string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await clients[who].PostAsync(new Uri($"/v1/{path}", UriKind.Relative), content, Cancelled);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    internal async Task<(int Status, JsonElement Answer)> Ask(string who, string address)
    {
        using var answer = await clients[who].GetAsync(new Uri($"/v1/{address}", UriKind.Relative), Cancelled);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        return ((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(text));
    }

    internal async Task<JsonElement> Get(string who, string address)
    {
        var (status, answer) = await Ask(who, address);
        Assert.True(status == 200, $"{address}: {answer}");
        return answer;
    }

    /// <summary>A KPI of the starter catalogue under a town's own code, municipalities, and the region of all of them.</summary>
    internal async Task PutTown(string name, string kpi, int municipalities)
    {
        await Put($"kpis/{name.ToUpperInvariant()}-{kpi}", JsonSerializer.SerializeToNode(
            StarterCatalogue.Kpis[KpiCode.Parse(kpi)], KpiGridJson.Options)!);
        var homes = Enumerable.Range(0, municipalities).Select(at => Home(name, at)).ToList();
        foreach (var home in homes)
            await Put($"municipalities/{home}", JsonNode.Parse($$"""
                {"country":"DK","timeZone":"Europe/Copenhagen","intervals":[{"name":"{{home}}","from":"2007-01-01"}]}
                """)!);
        var members = string.Join(',', homes.Select(home => $$"""{"municipality":"{{home}}","from":"2007-01-01"}"""));
        await Put($"regions/{name}-all", JsonNode.Parse($$"""{"name":"all","kind":"network","members":[{{members}}]}""")!);
    }

    /// <summary>A municipality of a town.</summary>
    internal static string Home(string name, int at) => $"DK-{name.ToUpperInvariant()}X{at + 1}";

    internal Task<string> Page(string who, string address) =>
        clients[who].GetStringAsync(new Uri(address, UriKind.Relative), Cancelled);

    internal static string Invariant(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}

[CollectionDefinition(nameof(DisclosureGrid))]
public sealed class DisclosureGridDefinition : ICollectionFixture<DisclosureGrid>;
