using Orleans.Runtime;

namespace KpiGrid.Api.Hosting;

/// <summary>Whether this process has reached its cluster since its start.</summary>
public sealed class ClusterReach
{
    /// <summary>Whether requests may be let in.</summary>
    /// <value>true: grains live in this process.</value>
    public bool IsReached { get; set; } = true;
}

/// <summary>Before the cluster is reached there is nobody to ask: everything is to come again.</summary>
internal sealed class ReachedFirst(RequestDelegate next, ClusterReach reach)
{
    private static readonly PathString Live = "/health/live";

    public Task InvokeAsync(HttpContext context) => reach.IsReached || context.Request.Path == Live
        ? next(context)
        : throw new SiloUnavailableException("The cluster has not been reached yet");
}
