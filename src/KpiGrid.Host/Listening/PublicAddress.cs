using System.Net;

namespace KpiGrid.Host.Listening;

/// <summary>Finds the addresses on which keys would travel in the clear between machines.</summary>
internal static class PublicAddress
{
    private const string Endpoints = "Kestrel:Endpoints";

    /// <summary>The first such address; null when there is none.</summary>
    public static string? In(string urls, IConfiguration configuration)
    {
        var endpoints = configuration.GetSection(Endpoints).GetChildren().ToList();
        // Endpoints of the configuration take the place of --urls.
        return endpoints.Count > 0
            ? endpoints.Where(endpoint => IsPublic(endpoint["Url"] ?? "", HasCertificate(endpoint, configuration)))
                .Select(endpoint => endpoint["Url"]).FirstOrDefault()
            : urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .FirstOrDefault(url => IsPublic(url, HasDefaultCertificate(configuration)));
    }

    private static bool IsPublic(string url, bool hasCertificate)
    {
        var address = BindingAddress.Parse(url);
        if (address.IsUnixPipe || address.IsNamedPipe || IsLoopback(address.Host)) return false;
        return address.Scheme != Uri.UriSchemeHttps || !hasCertificate;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool HasCertificate(IConfiguration endpoint, IConfiguration configuration) =>
        endpoint.GetSection("Certificate").GetChildren().Any() || HasDefaultCertificate(configuration);

    private static bool HasDefaultCertificate(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Certificates:Default").GetChildren().Any();
}
