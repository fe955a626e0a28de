using KpiGrid.Silo.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Hosting;

/// <summary>
/// At the start of a process whose reminders lie in its memory: asks every pilot to mark what fell due while it was down,
/// and so to be reminded again.
/// </summary>
internal sealed class DueSweep(
    IJournal journal, IGrainFactory grains, IOptions<DutyOptions> options, ILogger<DueSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var heads = await journal.Heads(Streams.Pilots, stoppingToken);
            await Parallel.ForEachAsync(
                heads.Select(head => Streams.Pilot(head.Stream)!.Value),
                new ParallelOptions { MaxDegreeOfParallelism = options.Value.AskedAtOnce, CancellationToken = stoppingToken },
                Mark);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            logger.LogWarning(failure, "Pilots were not asked what is late: each is when it is next written to");
        }
    }

    private async ValueTask Mark(PilotId pilot, CancellationToken stoppingToken)
    {
        try
        {
            await grains.GetGrain<IPilotGrain>(pilot.Value).MarkLate().WaitAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning(failure, "{Pilot} did not mark what is late", pilot);
        }
    }
}
