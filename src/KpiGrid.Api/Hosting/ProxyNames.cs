using System.Net;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Hosting;

/// <summary>Reads the names of trusted proxies; a mistyped one stops the start.</summary>
internal sealed class ProxyNames : IValidateOptions<HostingOptions>
{
    private const int BitsInByte = 8;

    public ValidateOptionsResult Validate(string? name, HostingOptions options) =>
        options.TrustedProxies.FirstOrDefault(proxy => Network(proxy) is null) is { } unreadable
            ? ValidateOptionsResult.Fail(
                $"Hosting:TrustedProxies names '{unreadable}', which is neither an address nor a network like 10.0.0.0/24")
            : ValidateOptionsResult.Success;

    /// <summary>An address alone or a network; null for anything else.</summary>
    public static IPNetwork? Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, BitsInByte * address.GetAddressBytes().Length)
            : null;
    }
}
