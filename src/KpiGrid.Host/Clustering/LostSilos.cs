using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime;

namespace KpiGrid.Host.Clustering;

/// <summary>
/// Notices that a silo is lost: by a connection that broke, or because it is no longer in the list of gateways. Orleans tells
/// its silos, but a client waits out the whole response timeout for answers that nobody will send.
/// </summary>
internal sealed class LostSilos(
    IGatewayListProvider gateways, IOptions<GatewayOptions> options, TimeProvider time, ILogger<LostSilos> log)
    : BackgroundService
{
    /// <summary>Answers that are on their way from silos that live may still come in.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromMilliseconds(250);

    private CancellationTokenSource lost = new();

    /// <summary>Cancelled when a silo is lost: calls made before may never be answered.</summary>
    public CancellationToken Lost => Volatile.Read(ref lost).Token;

    public void CountChanged(object? sender, GatewayCountChangedEventArgs change)
    {
        if (change.NumberOfConnectedGateways < change.PreviousNumberOfConnectedGateways) Announce();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = new HashSet<Uri>();
        using var ticks = new PeriodicTimer(options.Value.GatewayListRefreshPeriod, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
            {
                if (await Look() is not { } seen) continue;
                if (known.Except(seen).Any()) Announce();
                known = seen;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task<HashSet<Uri>?> Look()
    {
        try
        {
            return [.. await gateways.GetGateways()];
        }
        catch (Exception failure)
        {
            log.LogDebug(failure, "The list of silos cannot be read just now");
            return null;
        }
    }

    private void Announce() => Interlocked.Exchange(ref lost, new(Timeout.InfiniteTimeSpan, time)).CancelAfter(grace);
}
