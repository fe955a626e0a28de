using System.Net;
using KpiGrid.Silo.Hosting;
using Npgsql;

namespace KpiGrid.Host.Clustering;

/// <summary>What roles, stores and clusters ask of each other. No message holds what a setting holds, where that is secret.</summary>
internal static class ServerSettingsCheck
{
    public static IEnumerable<string> Of(ServerSettings settings) =>
    [
        .. Together(settings), .. OfStore(settings), .. OfCluster(settings), .. OfPorts(settings.Cluster),
    ];

    private static IEnumerable<string> Together(ServerSettings settings)
    {
        var role = settings.Role.ToString().ToLowerInvariant();
        if (settings.Role != ServerRole.All && (settings.IsAlone || settings.Store.Kind == StoreKind.Sqlite))
            yield return $"Cluster:Role {role} needs other processes beside it, and "
                + (settings.StoreKind == StoreKind.Sqlite ? "Store:Kind sqlite" : "Cluster:Kind local")
                + " is for one process alone: set Store:Kind to postgres or azure, or leave --role at all.";
        else if (settings.Role == ServerRole.All && settings.StoreKind == StoreKind.Sqlite && !settings.IsAlone)
            yield return "Store:Kind sqlite is for one process alone, so Cluster:Kind must be local: leave it out, or set "
                + "Store:Kind to postgres or azure.";
    }

    private static IEnumerable<string> OfStore(ServerSettings settings) => settings switch
    {
        { IsFront: true } => [],
        { StoreKind: StoreKind.Postgres } => OfPostgres("Store:Postgres", settings.Store.Postgres),
        { StoreKind: StoreKind.Azure, Store.Azure: null or "" } =>
            ["Store:Azure is missing: give the storage account's connection string by --settings or KPIGRID_Store__Azure."],
        _ => [],
    };

    private static IEnumerable<string> OfCluster(ServerSettings settings) => settings.ClusterKind switch
    {
        // A silo's store has been asked for already.
        ClusterKind.Postgres when settings.Cluster.Postgres is not null || settings.IsFront
            || settings.StoreKind != StoreKind.Postgres => OfPostgres("Cluster:Postgres", settings.ClusterPostgres),
        ClusterKind.Redis when !RedisCluster.IsAddress(settings.Cluster.Redis ?? "") =>
            ["Cluster:Redis is no address: give one, such as localhost:6379, by --settings or KPIGRID_Cluster__Redis."],
        ClusterKind.Azure when !OrleansAzure.IsBuilt =>
            ["Cluster:Kind azure is not in this build: set it to postgres or redis, or build with -p:OrleansAzure=true."],
        ClusterKind.Azure when string.IsNullOrWhiteSpace(settings.ClusterAzure) =>
            ["Cluster:Azure is missing: give the storage account's connection string by --settings or KPIGRID_Cluster__Azure."],
        _ => [],
    };

    private static IEnumerable<string> OfPostgres(string setting, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return $"{setting} is missing: give the connection string by --settings or "
                + $"KPIGRID_{setting.Replace(":", "__", StringComparison.Ordinal)}.";
            yield break;
        }
        if (!IsConnectionString(text))
            yield return $"{setting} is no connection string: write Host=…;Database=…;Username=…;Password=….";
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }

    private static IEnumerable<string> OfPorts(ClusteringOptions cluster)
    {
        if (!IPAddress.TryParse(cluster.Address, out var address))
            yield return $"Cluster:Address '{cluster.Address}' is no IP address: name the one of this machine that the other "
                + "silos and front ends reach.";
        else if (!PrivateAddress.Is(address) && !cluster.AcceptPublicAddress)
            yield return $"Cluster:Address {address} is reached from outside, and whoever reaches a silo may do everything: name "
                + "an address of a network of your own, or set Cluster:AcceptPublicAddress to true where something else guards it.";
        if (cluster.SiloPort == cluster.GatewayPort)
            yield return $"Cluster:SiloPort and Cluster:GatewayPort are both {cluster.SiloPort}: give each its own.";
    }
}
