using StackExchange.Redis;

namespace KpiGrid.Host.Clustering;

/// <summary>A cluster whose silos find each other by Redis, through Orleans' own providers.</summary>
internal static class RedisCluster
{
    public static void JoinByRedis(this ISiloBuilder silo, string address)
    {
        silo.UseRedisClustering(options => options.ConfigurationOptions = Read(address));
        silo.UseRedisReminderService(options => options.ConfigurationOptions = Read(address));
    }

    public static void JoinByRedis(this IClientBuilder client, string address) =>
        client.UseRedisClustering(options => options.ConfigurationOptions = Read(address));

    /// <summary>Whether Redis can be looked for at an address.</summary>
    public static bool IsAddress(string text)
    {
        try
        {
            return Read(text).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static ConfigurationOptions Read(string address) => ConfigurationOptions.Parse(address);
}
