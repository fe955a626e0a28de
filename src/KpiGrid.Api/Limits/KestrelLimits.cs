using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Limits;

/// <summary>Gives the server its limits: what is refused here never becomes a request.</summary>
internal sealed class KestrelLimits(IOptions<LimitsOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    // The request line holds the query and a path; what is longer than ours is told by us, with a remedy.
    private const int LineBytesMax = 32 * 1_024;

    public void Configure(KestrelServerOptions server)
    {
        var limits = options.Value;
        server.AddServerHeader = false;
        server.Limits.MaxRequestLineSize = LineBytesMax;
        server.Limits.MaxRequestHeaderCount = limits.HeadersMax;
        server.Limits.MaxRequestHeadersTotalSize = limits.HeaderBytesMax;
        server.Limits.RequestHeadersTimeout = limits.HeadersWithin;
        server.Limits.MinRequestBodyDataRate = new(limits.BytesPerSecondMin, limits.SlowFor);
        server.Limits.MinResponseDataRate = new(limits.BytesPerSecondMin, limits.SlowFor);
        server.Limits.MaxConcurrentConnections = limits.ConnectionsMax;
    }
}
