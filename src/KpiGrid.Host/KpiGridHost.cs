using System.Net;
using System.Net.Sockets;
using KpiGrid.Api.Access.OpenId;
using KpiGrid.Api.Hosting;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Listening;
using KpiGrid.Host.Operations;
using KpiGrid.Silo.Hosting;
using KpiGrid.Silo.Journal;
using KpiGrid.Web;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Orleans.Configuration;

namespace KpiGrid.Host;

/// <summary>The composition root: silo, API, dashboard and their clock in one process.</summary>
internal static class KpiGridHost
{
    private const string SiloCategory = "Orleans.Runtime.Silo";
    private const string WatchdogCategory = "Orleans.Runtime.Watchdog";
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    public static WebApplication Build(HostOrder order)
    {
        var builder = WebApplication.CreateBuilder(
            // No variable of the environment may turn on what shows stack traces to callers.
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(order.Settings);
        builder.WebHost.UseUrls(order.Urls);
        var started = false;
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // The server's own lines hold the address of every request, and that of a sign-in link opens a session.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // A start that fails is told to the user in a sentence; its stack trace would only hide that.
        builder.Logging.AddFilter(HostCategory, level => level >= LogLevel.Warning && started);
        // At the start the silo only remarks on the garbage collector, which was chosen on purpose.
        builder.Logging.AddFilter(SiloCategory, level => level >= (started ? LogLevel.Warning : LogLevel.Error));
        // The watchdog's first look counts from the start of the machine, not of the process, and warns of nothing.
        builder.Logging.AddFilter(WatchdogCategory, level => level >= (started ? LogLevel.Warning : LogLevel.Error));
        builder.Services.AddKeyedSingleton(KpiTime.Key, order.Time);
        builder.Services.AddKpiGridApi();
        builder.Services.AddKpiGridOpenId(builder.Configuration);
        builder.Services.AddKpiGridWeb();
        builder.Services.Configure<KeyManagementOptions>(FormKeys.Use);
        builder.AddOps();
        builder.Services.AddSingleton(order).AddHostedService<ListeningCheck>();
        builder.UseOrleans(silo => Silo(silo, order, builder.Configuration));
        builder.Services.AddHostedService<KeyStart>();
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        app.MapKpiGridApi();
        app.MapKpiGridWeb();
        app.MapOps();
        return app;
    }

    private static void Silo(ISiloBuilder silo, HostOrder order, IConfiguration configuration)
    {
        // Two listeners held at once, so that the two ports differ; several installations run side by side.
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        silo.UseLocalhostClustering(Port(first), Port(second));
        silo.Configure<SiloOptions>(options => options.SiloName = "kpigrid");
        if (order.Journal is { } add) add(silo);
        else silo.AddSqliteJournal(order.Data);
        silo.AddKpiGridSilo();
        silo.AddOps(configuration);
    }

    private static int Port(TcpListener listener)
    {
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
