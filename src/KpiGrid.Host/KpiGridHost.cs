using KpiGrid.Api.Access.OpenId;
using KpiGrid.Api.Hosting;
using KpiGrid.Host.Clustering;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Listening;
using KpiGrid.Host.Operations;
using KpiGrid.Host.Samples;
using KpiGrid.Silo.Hosting;
using KpiGrid.Web;
using Microsoft.AspNetCore.Hosting.Server;

namespace KpiGrid.Host;

/// <summary>The composition root: a process of its role, with the clock that all its parts share.</summary>
internal static class KpiGridHost
{
    private const string SiloCategory = "Orleans.Runtime.Silo";
    private const string WatchdogCategory = "Orleans.Runtime.Watchdog";
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Settings that do not go together.</exception>
    public static WebApplication Build(HostOrder order)
    {
        var builder = WebApplication.CreateBuilder(
            // No variable of the environment may turn on what shows stack traces to callers.
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.AddSettings(order.SettingsFile, order.Settings);
        var settings = ServerSettings.Of(builder.Configuration);
        builder.WebHost.UseUrls(order.Urls);
        var started = new StartedLine();
        Quieten(builder.Logging, started);
        builder.Services.AddSingleton(order).AddSingleton(settings).AddHostedService<ListeningCheck>();
        builder.Services.AddKeyedSingleton(KpiTime.Key, order.Time);
        builder.Services.AddKpiGridApi();
        builder.AddOps();
        if (settings.Role != ServerRole.Silo) AddPages(builder, settings, order);
        if (settings.IsFront) builder.AddFront(settings);
        else builder.AddSilo(settings, order);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started.IsPassed = true);
        Map(app, settings);
        return app;
    }

    private static void AddPages(WebApplicationBuilder builder, ServerSettings settings, HostOrder order)
    {
        builder.Services.AddKpiGridOpenId(builder.Configuration);
        builder.Services.AddKpiGridWeb();
        builder.Services.AddFormKeys(isShared: !settings.IsAlone);
        if (settings.IsAlone)
            builder.Services.AddSingleton(services => OfferedSamples.Of(services.GetRequiredService<IServer>(), order.Data));
        // It looks for the shared key before the cluster is there to be asked for it.
        if (!settings.IsAlone)
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.KeyRingProvider", LogLevel.None);
    }

    private static void AddSilo(this WebApplicationBuilder builder, ServerSettings settings, HostOrder order)
    {
        builder.AddClusterSchema(settings);
        WebhookSettings.Of(builder.Configuration);
        builder.UseOrleans(silo =>
        {
            silo.Join(settings);
            silo.AddStore(settings, order);
            silo.AddKpiGridSilo();
            silo.AddOps(builder.Configuration);
        });
        builder.Services.AddHostedService<KeyStart>();
        if (settings is { Role: ServerRole.All, IsAlone: false }) builder.Services.AddHostedService<FormKeyStart>();
    }

    private static void Map(WebApplication app, ServerSettings settings)
    {
        if (settings.Role == ServerRole.Silo) app.MapKpiGridHealth();
        else
        {
            app.MapKpiGridApi();
            app.MapKpiGridWeb();
        }
        app.MapOps(settings.IsFront);
    }

    private static void Quieten(ILoggingBuilder logging, StartedLine started)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddSimpleConsole(line => (line.TimestampFormat, line.UseUtcTimestamp) = ("yyyy-MM-dd'T'HH:mm:ss.fff'Z' ", true));
        // The server's own lines hold the address of every request, and that of a sign-in link opens a session.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // A start that fails is told to the user in a sentence; its stack trace would only hide that.
        logging.AddFilter(HostCategory, level => level >= LogLevel.Warning && started.IsPassed);
        // At the start the silo only remarks on the garbage collector, which was chosen on purpose.
        logging.AddFilter(SiloCategory, level => level >= (started.IsPassed ? LogLevel.Warning : LogLevel.Error));
        // The watchdog's first look counts from the start of the machine, not of the process, and warns of nothing.
        logging.AddFilter(WatchdogCategory, level => level >= (started.IsPassed ? LogLevel.Warning : LogLevel.Error));
    }

    private sealed class StartedLine
    {
        public bool IsPassed { get; set; }
    }
}
