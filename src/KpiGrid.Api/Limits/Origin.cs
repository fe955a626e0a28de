using System.Net;
using System.Net.Sockets;

namespace KpiGrid.Api.Limits;

/// <summary>Where a request comes from, as it is counted.</summary>
internal static class Origin
{
    private const int NetworkBytes = 8;

    /// <summary>The IPv4 address, or the network of an IPv6 address: whoever has one of those has 2^64 addresses.</summary>
    public static IPAddress Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new(bytes);
    }
}
