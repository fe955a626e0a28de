using System.Text.Json.Serialization;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Health;

/// <summary>Whether the process runs, and whether it can serve.</summary>
internal static class HealthEndpoints
{
    private const string RetryAfterStop = "5";

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health").IsOpen();
        health.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("live"))).WithSummary("The process runs.");
        health.MapGet("/ready", Ready).WithSummary("The cluster and its journal answer.");
        return routes;
    }

    /// <summary>Red at once when the process is asked to stop, so that nobody new is sent to it while it finishes.</summary>
    private static async Task<Results<Ok<HealthAnswer>, ProblemHttpResult>> Ready(
        IGrainFactory grains, IOptions<ApiOptions> options, IHostApplicationLifetime lifetime, HttpContext context,
        CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            context.Response.Headers.RetryAfter = RetryAfterStop;
            return Refused.With(503, new Problem("", null, "stopping", "This process is about to end: ask another."));
        }
        var journal = await grains.GetGrain<IRegistryListGrain>(0).Journal()
            .WaitAsync(options.Value.ReadyTimeout, cancellationToken);
        return TypedResults.Ok(new HealthAnswer("ready")
        {
            Epoch = journal.Epoch, Webhook = context.RequestServices.GetService<WebhookHealth>()?.Text,
        });
    }
}

/// <summary>How the process is.</summary>
internal sealed record HealthAnswer(string Status)
{
    /// <summary>The store's epoch.</summary>
    public long? Epoch { get; init; }

    /// <summary>What is wrong with the receiver of this silo's webhook; absent where nothing is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Webhook { get; init; }
}
