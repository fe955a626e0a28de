using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Hosting;

/// <summary>Goes on serving a while when the process is asked to stop and says so, before anything of it ends.</summary>
internal sealed class Draining(IOptions<HostingOptions> options, TimeProvider time) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        Task.Delay(options.Value.DrainFor, time, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
