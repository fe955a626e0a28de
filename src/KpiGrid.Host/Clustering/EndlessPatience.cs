namespace KpiGrid.Host.Clustering;

/// <summary>Looks for the cluster for as long as it takes: a front end has nothing else to do. What is wrong is said once.</summary>
internal sealed class EndlessPatience(ILogger<EndlessPatience> log) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan tryAgainAfter = TimeSpan.FromSeconds(1);
    private string said = "";

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (said != exception.Message)
            log.LogWarning("No silo of the cluster is reached yet, and it is tried again: {Why}", said = exception.Message);
        await Task.Delay(tryAgainAfter, cancellationToken);
        return true;
    }
}
