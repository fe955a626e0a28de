using Orleans.Storage;

namespace KpiGrid.Api.Hosting;

/// <summary>Writes to grains.</summary>
internal static class Writes
{
    /// <summary>
    /// Writes, and once more when another activation wrote first: the stale one has been dropped by then, and ids make
    /// the repeat safe.
    /// </summary>
    public static async Task<T> Once<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (InconsistentStateException)
        {
            return await write();
        }
    }
}
