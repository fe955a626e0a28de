using System.Net;

namespace KpiGrid.Silo.Hosting;

/// <summary>Tells addresses that only a network of one's own reaches, and those that stand for one machine anywhere.</summary>
internal static class PrivateAddress
{
    // RFC 1918 and 6598, RFC 3927, RFC 4193 and 4291.
    private static readonly IPNetwork[] networks = Parse(
        "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16",
        "::1/128", "fc00::/7", "fe80::/10");

    // RFC 6890: "this" network, which many systems take for their own machine, protocols' own, tests, documentation,
    // multicast and reserved ones; for IPv6 also what carries an IPv4 address, whatever that is.
    private static readonly IPNetwork[] nobodys = Parse(
        "0.0.0.0/8", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
        "240.0.0.0/4", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16",
        "fec0::/10", "ff00::/8");

    /// <summary>Whether only a network of one's own, or this machine, reaches it.</summary>
    public static bool Is(IPAddress address) => Has(networks, address);

    /// <summary>Whether it is one machine's address in the open internet.</summary>
    public static bool IsPublic(IPAddress address) => !Has(networks, address) && !Has(nobodys, address);

    private static bool Has(IPNetwork[] of, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return of.Any(network => network.Contains(plain));
    }

    private static IPNetwork[] Parse(params string[] texts) => Array.ConvertAll(texts, text => IPNetwork.Parse(text));
}
