using KpiGrid.Api.Hosting;
using KpiGrid.Host.Keys;

namespace KpiGrid.Host.Clustering;

/// <summary>A process without grains: the client of a cluster that may not be there yet.</summary>
internal static class FrontEnd
{
    private static readonly TimeSpan tryAgainAfter = TimeSpan.FromSeconds(1);

    public static void AddFront(this WebApplicationBuilder builder, ServerSettings settings)
    {
        // It listens while it looks for its cluster, so that whoever asks is told to come again.
        builder.Services.Configure<HostOptions>(options => options.ServicesStartConcurrently = true);
        builder.Services.AddSingleton(new ClusterReach { IsReached = false });
        builder.UseOrleansClient(client =>
        {
            client.Join(settings);
            client.UseConnectionRetryFilter(TryAgain);
            client.AddOutgoingGrainCallFilter<CallsToTheLost>();
            client.Services.AddSingleton<LostSilos>().AddHostedService(services => services.GetRequiredService<LostSilos>());
            client.AddGatewayCountChangedHandler(services => services.GetRequiredService<LostSilos>().CountChanged);
            client.Services.AddSingleton<ILifecycleParticipant<IClusterClientLifecycle>, FrontStart>();
        });
    }

    /// <summary>For as long as it takes: a front end has nothing else to do.</summary>
    private static async Task<bool> TryAgain(Exception failure, CancellationToken cancellationToken)
    {
        await Task.Delay(tryAgainAfter, cancellationToken);
        return true;
    }
}
