using System.Net;
using System.Threading.RateLimiting;
using KpiGrid.Api.Access;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Limits;

/// <summary>Counts the requests of each key: how many come, and how many are under way.</summary>
internal sealed class KeyLimits(IOptions<LimitsOptions> options) : IConfigureOptions<RateLimiterOptions>
{
    public void Configure(RateLimiterOptions limiter)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, (string, string)>(Rate),
            PartitionedRateLimiter.Create<HttpContext, (string, string, IPAddress?, bool)>(AtOnce));
        limiter.OnRejected = static (rejected, _) => new(
            rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                ? TooMany.Requests(rejected.HttpContext, after)
                : TooMany.AtOnce(rejected.HttpContext));
    }

    private RateLimitPartition<(string, string)> Rate(HttpContext context)
    {
        var caller = Caller.Of(context);
        // Strangers were counted before anybody looked who they are.
        if (!caller.IsKnown) return RateLimitPartition.GetNoLimiter((caller.Actor, caller.Key));
        return RateLimitPartition.GetTokenBucketLimiter((caller.Actor, caller.Key), _ => new()
        {
            TokenLimit = options.Value.KeyBurst,
            TokensPerPeriod = options.Value.KeyRequests,
            ReplenishmentPeriod = options.Value.Per,
        });
    }

    private RateLimitPartition<(string, string, IPAddress?, bool)> AtOnce(HttpContext context)
    {
        var (caller, limits, isStream) = (Caller.Of(context), options.Value, IsStream(context.Request.Path));
        var address = caller.IsKnown ? null : Origin.Of(context);
        return RateLimitPartition.GetConcurrencyLimiter((caller.Actor, caller.Key, address, isStream), _ => new()
        {
            PermitLimit = (caller.IsKnown, isStream) switch
            {
                (true, true) => limits.KeyStreamsAtOnce,
                (true, false) => limits.KeyRequestsAtOnce,
                (false, true) => limits.StrangerStreamsAtOnce,
                (false, false) => limits.StrangerRequestsAtOnce,
            },
        });
    }

    /// <summary>A stream lasts for hours, so it is not counted among what passes.</summary>
    private static bool IsStream(PathString path) =>
        (path.StartsWithSegments("/v1") || path == "/live") && path.Value!.EndsWith("/live", StringComparison.OrdinalIgnoreCase);
}
