using System.Net.Sockets;
using Orleans.Runtime;

namespace KpiGrid.Host.Clustering;

/// <summary>
/// Declares a silo dead whose process is gone: its machine refuses connections to its port, which no silo that lives does,
/// however busy it is. Orleans' probes need several timeouts for that, and shorter ones would take busy silos for dead.
/// </summary>
internal sealed class FallenSilos(
    IClusterMembershipService membership, ILocalSiloDetails self, TimeProvider time, ILogger<FallenSilos> log)
    : BackgroundService
{
    /// <summary>Each silo looks after so many that follow it by address: enough of them if several fall at once.</summary>
    private const int WatchedMax = 3;

    private const int RefusalsOfTheDead = 2;
    private static readonly TimeSpan lookEvery = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<SiloAddress, int> refusals = [];
    private readonly HashSet<SiloAddress> declared = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(lookEvery, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken)) await Look(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    private async Task Look(CancellationToken cancellationToken)
    {
        var watched = Watched();
        foreach (var gone in refusals.Keys.Except(watched).ToList()) refusals.Remove(gone);
        declared.IntersectWith(watched);
        var refusing = await Task.WhenAll(watched.Select(silo => Refuses(silo, cancellationToken)));
        foreach (var (silo, refuses) in watched.Zip(refusing))
        {
            refusals[silo] = refuses ? refusals.GetValueOrDefault(silo) + 1 : 0;
            if (refusals[silo] >= RefusalsOfTheDead && !declared.Contains(silo)) await Declare(silo);
        }
    }

    private List<SiloAddress> Watched()
    {
        var others = membership.CurrentSnapshot.Members.Values
            .Where(member => member.Status == SiloStatus.Active && !member.SiloAddress.Equals(self.SiloAddress))
            .Select(member => member.SiloAddress).Order().ToList();
        return [.. others.Where(silo => silo.CompareTo(self.SiloAddress) > 0)
            .Concat(others.Where(silo => silo.CompareTo(self.SiloAddress) < 0)).Take(WatchedMax)];
    }

    /// <summary>Only a refusal counts: whoever is slow, frozen or cut off is for the probes and their votes.</summary>
    private static async Task<bool> Refuses(SiloAddress silo, CancellationToken cancellationToken)
    {
        using var socket = new Socket(silo.Endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(lookEvery);
        try
        {
            await socket.ConnectAsync(silo.Endpoint, within.Token);
            return false;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.ConnectionRefused;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task Declare(SiloAddress silo)
    {
        try
        {
            if (!await membership.TryKill(silo)) return;
            declared.Add(silo);
            log.LogWarning("Silo {Silo} refuses connections and is declared dead", silo);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Silo {Silo} refuses connections and could not be declared dead; tried again", silo);
        }
    }
}
