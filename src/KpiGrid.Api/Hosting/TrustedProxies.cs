using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Hosting;

/// <summary>Believes forwarded headers of the named proxies, and of nobody else.</summary>
/// <remarks>It comes after the platform's own setting, which would believe everybody.</remarks>
internal sealed class TrustedProxies(IOptions<HostingOptions> options) : IPostConfigureOptions<ForwardedHeadersOptions>
{
    public void PostConfigure(string? name, ForwardedHeadersOptions forwarded)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.Value.TrustedProxies) forwarded.KnownIPNetworks.Add(ProxyNames.Network(proxy)!.Value);
        forwarded.ForwardedHeaders = options.Value.TrustedProxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // Each hop has to be one of them; the first that is not is the caller.
        forwarded.ForwardLimit = null;
    }
}
