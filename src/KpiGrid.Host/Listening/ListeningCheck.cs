using KpiGrid.Api.Hosting;
using Microsoft.Extensions.Options;

namespace KpiGrid.Host.Listening;

/// <summary>Stops the start before anything listens where keys could be overheard.</summary>
internal sealed class ListeningCheck(HostOrder order, IConfiguration configuration, IOptions<HostingOptions> hosting)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (order.InsecurePublic || hosting.Value.TrustedProxies.Count > 0) return Task.CompletedTask;
        return PublicAddress.In(order.Urls, configuration) is { } address
            ? throw new InvalidDataException(
                $"KpiGrid does not listen at {address}: other machines reach it, and keys would travel unencrypted. "
                + "Configure TLS (https:// and Kestrel:Certificates:Default:Path), or name the proxy in front that does "
                + "(Hosting:TrustedProxies), or listen at 127.0.0.1; --insecure-public listens all the same.")
            : Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
