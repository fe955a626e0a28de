using Orleans.Runtime;
using Orleans.Runtime.Messaging;
using Orleans.Storage;

namespace KpiGrid.Api.Hosting;

/// <summary>Writes to grains.</summary>
internal static class Writes
{
    /// <summary>
    /// Writes, and once more when another activation wrote first, or the silo asked is gone: the stale activation has been
    /// dropped by then, a new one is elsewhere, and ids make the repeat safe.
    /// </summary>
    public static async Task<T> Once<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (Exception failure) when (failure is InconsistentStateException or OrleansMessageRejectionException
            or ConnectionFailedException)
        {
            return await write();
        }
    }
}
