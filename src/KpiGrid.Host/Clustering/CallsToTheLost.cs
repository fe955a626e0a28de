using Orleans.Runtime;

namespace KpiGrid.Host.Clustering;

/// <summary>
/// Ends calls that were under way when a silo was lost, whoever they went to: ids make it safe to ask again, and waiting
/// for the silo that is gone is what a caller notices.
/// </summary>
internal sealed class CallsToTheLost(LostSilos silos) : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var lost = silos.Lost;
        var call = context.Invoke();
        try
        {
            await call.WaitAsync(lost);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !call.IsCompleted)
        {
            call.Ignore();
            throw new SiloUnavailableException("A silo was lost while this call was under way: its outcome is not known");
        }
    }
}
