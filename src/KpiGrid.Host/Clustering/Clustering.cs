using System.Net;
using System.Net.Sockets;
using KpiGrid.Silo.Hosting;
using Orleans.Configuration;
using Orleans.Runtime;

namespace KpiGrid.Host.Clustering;

/// <summary>Joins a silo, or a front end's client, to its cluster. A further kind of cluster is registered here.</summary>
internal static class Clustering
{
    private const string Invariant = "Npgsql";

    public static void Join(this ISiloBuilder silo, ServerSettings settings)
    {
        if (settings.IsAlone)
        {
            StandAlone(silo);
            return;
        }
        var cluster = settings.Cluster;
        silo.Configure<ClusterOptions>(options => Name(options, cluster));
        silo.Configure<SiloOptions>(options => options.SiloName = $"{cluster.Address}:{cluster.SiloPort}");
        silo.ConfigureEndpoints(IPAddress.Parse(cluster.Address), cluster.SiloPort, cluster.GatewayPort);
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = cluster.ProbeTimeout;
            // Orleans stretches a silo's timeout up to this as its answers slow down. Its default, four times the first,
            // keeps a frozen silo for alive for four times as long.
            options.MaxProbeTimeout = cluster.ProbeTimeout * 4 / 3;
            options.NumMissedProbesLimit = cluster.MissedProbes;
            // A silo whose clock is behind seems to have tried to join since long ago, or to be one forgotten: it joins all
            // the same, for nothing here depends on its clock.
            options.EvictWhenMaxJoinAttemptTimeExceeded = false;
            options.SiloGenerationRetirementAge = TimeSpan.FromDays(1);
        });
        silo.Services.AddHostedService<FallenSilos>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, EarlierSelf>();
        if (settings.ClusterKind == ClusterKind.Postgres) JoinByPostgres(silo, settings);
        if (settings.ClusterKind == ClusterKind.Redis) silo.JoinByRedis(cluster.Redis!);
        if (settings.ClusterKind == ClusterKind.Azure) silo.JoinByAzure(settings.ClusterAzure!);
    }

    public static void Join(this IClientBuilder client, ServerSettings settings)
    {
        var cluster = settings.Cluster;
        client.Configure<ClusterOptions>(options => Name(options, cluster));
        client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = cluster.LookEvery);
        client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = cluster.ResponseTimeout);
        if (settings.ClusterKind == ClusterKind.Postgres)
            client.UseAdoNetClustering(options => options.Configure<ClusterDatabase>((provider, database) =>
                (provider.Invariant, provider.DataSource) = (Invariant, database.Source)));
        if (settings.ClusterKind == ClusterKind.Redis) client.JoinByRedis(cluster.Redis!);
        if (settings.ClusterKind == ClusterKind.Azure) client.JoinByAzure(settings.ClusterAzure!);
        client.Services.AddSingleton(_ => new ClusterDatabase(settings.ClusterPostgres!));
    }

    private static void JoinByPostgres(ISiloBuilder silo, ServerSettings settings)
    {
        silo.Services.AddSingleton(_ => new ClusterDatabase(settings.ClusterPostgres!));
        silo.UseAdoNetClustering(options => options.Configure<ClusterDatabase>((provider, database) =>
            (provider.Invariant, provider.DataSource) = (Invariant, database.Source)));
        silo.UseAdoNetReminderService(options => options.Configure<ClusterDatabase>((provider, database) =>
            (provider.Invariant, provider.DataSource) = (Invariant, database.Source)));
    }

    /// <summary>Two listeners held at once, so that the two ports differ; several installations run side by side.</summary>
    private static void StandAlone(ISiloBuilder silo)
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        silo.UseLocalhostClustering(Port(first), Port(second));
        silo.Configure<SiloOptions>(options => options.SiloName = "kpigrid");
        silo.UseInMemoryReminderService();
        silo.Services.AddHostedService<DueSweep>();
    }

    private static void Name(ClusterOptions options, ClusteringOptions cluster) =>
        (options.ClusterId, options.ServiceId) = (cluster.Id, cluster.Service);

    private static int Port(TcpListener listener)
    {
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
