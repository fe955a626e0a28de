using KpiGrid.Api.Keys;
using Microsoft.Extensions.Hosting;

namespace KpiGrid.Host.Keys;

/// <summary>Once the silo stands and before anybody is listened to: whoever owns the data folder has a key.</summary>
internal sealed class KeyStart(FirstKey first, HostOrder order) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        first.Ensure(AdminKeyFile.Read(order.Data), key => AdminKeyFile.Write(order.Data, key));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
