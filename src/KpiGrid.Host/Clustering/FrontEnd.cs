using KpiGrid.Api.Hosting;

namespace KpiGrid.Host.Clustering;

/// <summary>A process without grains: the client of a cluster that may not be there yet.</summary>
internal static class FrontEnd
{
    public static void AddFront(this WebApplicationBuilder builder, ServerSettings settings)
    {
        // It listens while it looks for its cluster, so that whoever asks is told to come again.
        builder.Logging.AddFilter("Orleans.Messaging.GatewayManager", LogLevel.Error); // EndlessPatience says it once
        builder.Services.Configure<HostOptions>(options => options.ServicesStartConcurrently = true);
        builder.Services.AddSingleton(new ClusterReach { IsReached = false });
        builder.UseOrleansClient(client =>
        {
            client.Join(settings);
            client.UseConnectionRetryFilter<EndlessPatience>();
            client.AddOutgoingGrainCallFilter<CallsToTheLost>();
            client.Services.AddSingleton<LostSilos>().AddHostedService(services => services.GetRequiredService<LostSilos>());
            client.AddGatewayCountChangedHandler(services => services.GetRequiredService<LostSilos>().CountChanged);
            client.Services.AddSingleton<ILifecycleParticipant<IClusterClientLifecycle>, FrontStart>();
        });
    }
}
