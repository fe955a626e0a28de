using KpiGrid.Api.Hosting;
using KpiGrid.Api.Live;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Cluster;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Tests.Api.Live;

/// <summary>An API process of its own on a real socket, in front of a shared cluster.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LiveServer(WebApplication app)
    {
        this.app = app;
        Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue })
        {
            BaseAddress = new(app.Urls.First()), Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public HttpClient Http { get; }

    public static async Task<LiveServer> Start(
        Grid grid, Action<LiveOptions>? options = null, IGrainFactory? grains = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(grains ?? grid.Cluster.Client);
        builder.Services.AddKeyedSingleton<TimeProvider>(KpiTime.Key, grid.Time);
        builder.Services.AddKpiGridApi();
        if (options is not null) builder.Services.Configure(options);
        var app = builder.Build();
        app.MapKpiGridApi();
        await app.StartAsync(Grid.Cancelled);
        var server = new LiveServer(app);
        server.Http.With(await AdminKeys.New(app));
        return server;
    }

    /// <summary>The quarters of this year of waste generated.</summary>
    public static string Quarters(string region) => $"/v1/regions/{region}/live?kpi={Pushes.Kpi}&by=quarter";

    public LiveWatcher Watch(string region, string? seen = null) => new(Http, Quarters(region), seen);

    public Task Stop() => app.StopAsync(Grid.Cancelled);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
