namespace KpiGrid.Host.Commands;

/// <summary>The address at which this machine reaches what listens everywhere.</summary>
internal static class LocalAddress
{
    public static Uri Of(string url) =>
        new(url.Replace("0.0.0.0", "127.0.0.1").Replace("[::]", "127.0.0.1").Replace("//+", "//127.0.0.1").Replace("//*", "//127.0.0.1"));
}
