using System.Net.Http.Headers;
using KpiGrid.Host.Keys;

namespace KpiGrid.Host.Http;

/// <summary>Clients that carry a key: the one given, KPIGRID_KEY, or that of the data folder where the command runs.</summary>
internal static class KeyedHttp
{
    private const string Variable = "KPIGRID_KEY";
    private const string UsualFolder = "./kpigrid-data";

    public static HttpClient Client(Uri address, string? key = null)
    {
        var client = new HttpClient { BaseAddress = address };
        key ??= Environment.GetEnvironmentVariable(Variable) ?? AdminKeyFile.Read(UsualFolder);
        if (key is { Length: > 0 }) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
