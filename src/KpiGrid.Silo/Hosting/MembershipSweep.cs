using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace KpiGrid.Silo.Hosting;

/// <summary>
/// Has the head sweep run at each change of the cluster's membership: what a lost silo's grains had not reported yet is then
/// found without waiting for the next round.
/// </summary>
internal sealed class MembershipSweep(IClusterMembershipService membership, HeadSweep sweep) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in membership.MembershipUpdates.WithCancellation(stoppingToken)) sweep.Soon();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
    }
}
