using System.Text.Json;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Samples;
using KpiGrid.Tests.Api.Sample;
using KpiGrid.Tests.Journal;
using Microsoft.AspNetCore.Builder;
using Xunit;

[assembly: AssemblyFixture(typeof(SampleGrid))]

namespace KpiGrid.Tests.Api.Sample;

/// <summary>The program with the sample networks loaded, asked over HTTP; nobody writes to it.</summary>
public sealed class SampleGrid : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly Lazy<Task<HttpClient>> client;
    private TestStore? store;
    private WebApplication? app;

    public SampleGrid() => client = new(Start);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>What an address answers, whatever its status.</summary>
    internal async Task<JsonElement> Get(string address)
    {
        using var response = await (await client.Value).GetAsync(new Uri(address, UriKind.Relative));
        await using var body = await response.Content.ReadAsStreamAsync();
        return (await JsonDocument.ParseAsync(body)).RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            (await client.Value).Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
            await store!.DisposeAsync();
        }
        folder.Dispose();
    }

    private async Task<HttpClient> Start()
    {
        var time = new SteppedTime();
        store = await TestStore.NewEmbedded(folder.Path);
        app = KpiGridHost.Build(new()
        {
            Urls = "http://127.0.0.1:0", Data = folder.Path, Time = time, Journal = store.AddTo,
        });
        await app.StartAsync();
        var http = KeyedHttp.Client(new(app.Urls.First()), AdminKeyFile.Read(folder.Path));
        await new SampleLoader(new PatientHttp(http, TimeProvider.System, new()), time)
            .Load((_, _, _) => { }, CancellationToken.None);
        return http;
    }
}
