using Orleans.Runtime;

namespace KpiGrid.Api.Hosting;

/// <summary>
/// What a cluster that lost a silo throws until it is whole again. It is logged in one line: it is said hundreds of times a
/// second, and traces would take the processor just when it is short.
/// </summary>
internal static class Trouble
{
    /// <summary>Whether asking again will help.</summary>
    public static bool Passes(Exception failure) =>
        failure is OrleansException or TimeoutException or OperationCanceledException
            or JournalBusyException or JournalUnavailableException;

    /// <summary>What is to be logged with its trace: whatever does not pass.</summary>
    public static Exception? Untold(Exception failure) => Passes(failure) ? null : failure;
}
