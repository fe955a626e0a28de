using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Health;

/// <summary>Whether the process runs, and whether it can serve.</summary>
internal static class HealthEndpoints
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health").IsOpen();
        health.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("live"))).WithSummary("The process runs.");
        health.MapGet("/ready", Ready).WithSummary("The cluster and its journal answer.");
        return routes;
    }

    private static async Task<Ok<HealthAnswer>> Ready(
        IGrainFactory grains, IOptions<ApiOptions> options, CancellationToken cancellationToken)
    {
        var journal = await grains.GetGrain<IRegistryListGrain>(0).Journal()
            .WaitAsync(options.Value.ReadyTimeout, cancellationToken);
        return TypedResults.Ok(new HealthAnswer("ready") { Epoch = journal.Epoch });
    }
}

/// <summary>How the process is.</summary>
internal sealed record HealthAnswer(string Status)
{
    /// <summary>The store's epoch.</summary>
    public long? Epoch { get; init; }
}
