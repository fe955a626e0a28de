using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Limits;

/// <summary>Counts, by address, the requests that bring no key in force.</summary>
internal sealed class Strangers(IOptions<LimitsOptions> options) : IDisposable
{
    // A probe of whether the process runs asks nothing of the cluster, and must not fail because of its neighbours.
    private static readonly PathString uncounted = "/health/live";

    private readonly PartitionedRateLimiter<IPAddress> addresses = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new()
        {
            TokenLimit = options.Value.StrangerBurst,
            TokensPerPeriod = options.Value.StrangerRequests,
            ReplenishmentPeriod = options.Value.Per,
        }));

    /// <summary>Counts a request; how long to wait when there were too many, else null.</summary>
    public TimeSpan? Wait(HttpContext context)
    {
        if (context.Request.Path == uncounted) return null;
        using var lease = addresses.AttemptAcquire(Origin.Of(context));
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : options.Value.Per;
    }

    public void Dispose() => addresses.Dispose();
}
