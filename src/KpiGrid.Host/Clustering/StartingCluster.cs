using Orleans.Runtime;

namespace KpiGrid.Host.Clustering;

/// <summary>A cluster that is only coming up: silos join and leave, and who asks is to ask again.</summary>
internal static class StartingCluster
{
    private static readonly TimeSpan askAgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    /// <summary>Asks until there is an answer; what is still wrong after a minute is said.</summary>
    public static async Task<T> Ask<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception failure) when (MayPass(failure) && TimeProvider.System.GetElapsedTime(began) < patience)
            {
                await Task.Delay(askAgainAfter, cancellationToken);
            }
        }
    }

    private static bool MayPass(Exception failure) => failure is OrleansException or TimeoutException
        or JournalUnavailableException or JournalBusyException;
}
