using System.Net;
using KpiGrid.Api.Access;
using OpenTelemetry.Metrics;
using Orleans.Dashboard;

namespace KpiGrid.Host.Operations;

/// <summary>What operators see: metrics, and where it is switched on the cluster's dashboard.</summary>
internal static class OpsHosting
{
    private const string JournalMeter = "KpiGrid.Journal";
    private const string AccessMeter = "KpiGrid.Access";
    private const string OrleansMeter = "Microsoft.Orleans";

    public static void AddOps(this WebApplicationBuilder builder) => builder.Services.AddOpenTelemetry()
        .WithMetrics(metrics => metrics
            .AddMeter(JournalMeter, AccessMeter, OrleansMeter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting",
                "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddPrometheusExporter());

    /// <summary>Its counters run in every silo, so they are only there when somebody may look.</summary>
    public static void AddOps(this ISiloBuilder silo, IConfiguration configuration)
    {
        // A trace of every log line of the cluster is nobody's to read over HTTP.
        if (Of(configuration).Cluster) silo.AddDashboard(options => options.HideTrace = true);
    }

    public static void MapOps(this WebApplication app, bool isFront)
    {
        var ops = Of(app.Configuration);
        app.MapPrometheusScrapingEndpoint("/metrics").ForAuditors(
            context => ops.LoopbackMetrics && IsFromHere(context));
        if (ops.Cluster && !isFront) app.MapOrleansDashboard("/ops/cluster").ForAdmins();
    }

    private static OpsOptions Of(IConfiguration configuration) =>
        configuration.GetSection(OpsOptions.Section).Get<OpsOptions>() ?? new();

    /// <summary>A proxy that nobody named stands on this machine as well; what it passes on comes from elsewhere.</summary>
    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
}
