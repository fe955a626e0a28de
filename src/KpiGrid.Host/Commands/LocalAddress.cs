namespace KpiGrid.Host.Commands;

/// <summary>The address at which this machine reaches what listens everywhere.</summary>
internal static class LocalAddress
{
    private static readonly string[] Everywhere = ["//0.0.0.0", "//[::]", "//+", "//*"];

    public static Uri Of(string url) =>
        new(Everywhere.Aggregate(url, (address, all) => address.Replace(all, "//127.0.0.1")));
}
