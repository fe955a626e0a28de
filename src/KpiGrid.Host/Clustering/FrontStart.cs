using KpiGrid.Api.Hosting;
using KpiGrid.Host.Keys;

namespace KpiGrid.Host.Clustering;

/// <summary>Once a front end's client stands: what all front ends share is fetched, and requests are let in.</summary>
internal sealed class FrontStart(IGrainFactory grains, FormKeys keys, ClusterReach reach)
    : ILifecycleParticipant<IClusterClientLifecycle>
{
    public void Participate(IClusterClientLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(FrontStart), ServiceLifecycleStage.Active, Start, _ => Task.CompletedTask);

    private async Task Start(CancellationToken cancellationToken)
    {
        await keys.Fetch(grains, cancellationToken);
        reach.IsReached = true;
    }
}
