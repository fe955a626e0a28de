using KpiGrid.Api.Keys;
using KpiGrid.Host.Clustering;
using Microsoft.Extensions.Hosting;

namespace KpiGrid.Host.Keys;

/// <summary>
/// Once the silo stands and before anybody is listened to: somebody has a key. Alone, whoever owns the data folder has one
/// at every start. In a cluster the first silo ever makes one, into its own data folder, and no other does.
/// </summary>
internal sealed class KeyStart(FirstKey first, HostOrder order, ServerSettings settings) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.IsAlone || order.NewAdminKey)
            return first.Ensure(order.NewAdminKey ? null : AdminKeyFile.Read(order.Data), Keep);
        return StartingCluster.Ask(() => first.EnsureOnce(AdminKeyFile.Read(order.Data), Keep, Forget), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Keep(string key)
    {
        Directory.CreateDirectory(order.Data);
        AdminKeyFile.Write(order.Data, key);
    }

    private void Forget() => AdminKeyFile.Delete(order.Data);
}
