using System.Text;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Samples;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace KpiGrid.BrowserTests;

/// <summary>The program with the sample networks loaded; it can be stopped and started again at the same address.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kpigrid-browser-").FullName;
    private WebApplication? app;
    private HttpClient? client;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public PatientHttp Http { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    public static async Task<DemoServer> Start()
    {
        var server = new DemoServer();
        var time = new SteppedTime();
        await server.Run(time);
        await new SampleLoader(server.Http, time).Load((_, _, _) => { }, CancellationToken.None);
        return server;
    }

    /// <summary>A server in which there is nothing.</summary>
    public static async Task<DemoServer> StartEmpty()
    {
        var server = new DemoServer();
        await server.Run(new SteppedTime());
        return server;
    }

    /// <summary>Starts a stopped server again.</summary>
    public Task StartAgain() => Run(new SteppedTime());

    public async Task Stop()
    {
        if (app is null) return;
        client?.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    public async Task Put(string path, string facts) => Check(await Http.Put(path, Encoding.UTF8.GetBytes(facts), default));

    public async Task Post(string path, string order) => Check(await Http.Post(path, Encoding.UTF8.GetBytes(order), default));

    /// <summary>Pushes a measurement to a pilot.</summary>
    public async Task Push(string pilot, string measurement) =>
        Check(await Http.Push($"/v1/pilots/{pilot}/measurements", Encoding.UTF8.GetBytes(measurement), default));

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Run(SteppedTime time)
    {
        app = KpiGridHost.Build(new() { Urls = Address.ToString(), Data = folder, Time = time });
        await app.StartAsync();
        Address = new(app.Urls.First());
        client = KeyedHttp.Client(Address, AdminKeyFile.Read(folder));
        Http = new PatientHttp(client, TimeProvider.System, new());
        Check(await Http.Get("/health/ready", default));
    }

    private static void Check(HttpAnswer answer) => Assert.True(answer.IsSuccess, Encoding.UTF8.GetString(answer.Body));
}
