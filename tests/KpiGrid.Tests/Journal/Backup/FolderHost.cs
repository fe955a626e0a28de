using System.Text;
using System.Text.Json.Nodes;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Samples;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>The program over a store of its own, in this process.</summary>
internal sealed class FolderHost : IAsyncDisposable
{
    private readonly TestedStore store;
    private readonly SteppedTime time;
    private readonly WebApplication app;

    private FolderHost(TestedStore store)
    {
        (this.store, time) = (store, new());
        app = KpiGridHost.Build(new()
        {
            Urls = "http://127.0.0.1:0", Data = store.Data, Time = time,
            Settings = new Dictionary<string, string?>(store.Settings) { ["Pilots:SnapshotAfterEntries"] = "1" },
        });
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public PatientHttp Http { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts it, and waits until it has marked what is late.</summary>
    /// <param name="store">The installation.</param>
    /// <param name="now">The instant at which its clock stands; null lets it run.</param>
    public static async Task<FolderHost> Start(TestedStore store, DateTimeOffset? now = null)
    {
        var host = new FolderHost(store);
        if (now is { } instant) host.time.StepTo(instant);
        await host.app.StartAsync(Cancelled);
        await host.app.Services.GetServices<IHostedService>().OfType<DueSweep>().Single().ExecuteTask!.WaitAsync(Cancelled);
        host.Client = KeyedHttp.Client(new(host.app.Urls.First()), AdminKeyFile.Read(store.Data));
        host.Http = new(host.Client, TimeProvider.System, new());
        return host;
    }

    /// <summary>The five sample networks, and an invented person.</summary>
    public async Task LoadSamples()
    {
        await new SampleLoader(Http, time).Load((_, _, _) => { }, Cancelled);
        var person = await Http.Put(
            "/v1/people/sample-lead", """{"name":"Sample Lead","email":"lead@example.org"}"""u8.ToArray(), Cancelled);
        Assert.True(person.IsSuccess, person.IsSuccess ? "" : person.Refusal());
    }

    /// <summary>Pushes invented measurements of diverted waste, one a push, and tells each that was acknowledged.</summary>
    public async Task Push(Random random, int count, Action<string> acknowledged)
    {
        var pilots = SampleNetworks.Read().Measurements.Where(item => (string?)item.Content["kpi"] == "CDW-DIV").ToList();
        for (var i = 0; i < count; i++)
        {
            var item = pilots[random.Next(pilots.Count)];
            var content = (JsonObject)item.Content.DeepClone();
            var id = $"{random.Next():x8}-{i}";
            content["id"] = id;
            content["value"] = random.Next(1, 100_000) / 1_000m;
            var answer = await Http.Push(
                $"/v1/pilots/{item.Pilot}/measurements", Encoding.UTF8.GetBytes(content.ToJsonString()), Cancelled);
            if (answer.Receipts.Recorded == 1) acknowledged(id);
        }
    }

    /// <summary>Holds every node against an independent recomputation.</summary>
    public async Task Verify()
    {
        var journal = store.Read();
        await using var opened = (IAsyncDisposable)journal;
        var verifier = new Verifier(journal, Http, time, NodeCheck.Pauses);
        var report = await verifier.Run((_, _, _) => { }, Cancelled);
        Assert.Empty(report.Faults);
        Assert.Empty(report.Differences);
        Assert.InRange(report.Questions, 100, int.MaxValue);
    }

    /// <summary>Everything that every node answers, with what is behind it.</summary>
    public async Task<string> Answers()
    {
        var journal = store.Read();
        await using var opened = (IAsyncDisposable)journal;
        return await AllAnswers.Of(journal, Http);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
