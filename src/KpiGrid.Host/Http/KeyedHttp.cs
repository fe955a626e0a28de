using KpiGrid.Host.Keys;

namespace KpiGrid.Host.Http;

/// <summary>
/// Clients that carry a key: the one given, KPIGRID_KEY, or that of a data folder. The last one opens everything, so it is
/// sent to this machine only.
/// </summary>
internal static class KeyedHttp
{
    public const string UsualFolder = "./kpigrid-data";
    private const string Variable = "KPIGRID_KEY";

    public static HttpClient Client(Uri address, string? key = null, string folder = UsualFolder)
    {
        var client = new HttpClient { BaseAddress = address };
        key ??= Environment.GetEnvironmentVariable(Variable) ?? (address.IsLoopback ? AdminKeyFile.Read(folder) : null);
        if (key is { Length: > 0 }) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }
}
