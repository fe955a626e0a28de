using KpiGrid.Silo.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace KpiGrid.Silo.Audit;

/// <summary>
/// Writes down where every stream stands, once a day and when a silo stops, so that a stream that is cut or gone
/// afterwards is missed. One runs on every silo: the fence lets one of them write.
/// </summary>
internal sealed class HeadAnchors(
    IJournal journal, GroupCommit commit, IOptions<JournalOptions> options, TimeProvider timer,
    [FromKeyedServices(KpiTime.Key)] TimeProvider time, ILogger<HeadAnchors> logger) : BackgroundService
{
    private const string Author = "kpigrid";
    private static readonly TimeSpan lookEvery = TimeSpan.FromMinutes(1);

    /// <summary>A store that does not answer may not hold up a stop.</summary>
    private static readonly TimeSpan lastWithin = TimeSpan.FromSeconds(3);

    /// <summary>Anchors every head that moved since the last anchor; false when none did, or another silo is at it.</summary>
    public async Task<bool> Anchor(CancellationToken cancellationToken)
    {
        var (head, last) = await Last(cancellationToken);
        var before = last?.Epoch == journal.Epoch ? last.Mark : 0;
        var moved = await journal.HeadsAfter(before, cancellationToken);
        var heads = moved.Heads.Where(each => each.Stream != Streams.Anchors).ToList();
        if (heads.Count == 0) return false;
        try
        {
            foreach (var part in HeadAnchor.Of(heads, journal.Epoch, before, moved.Mark))
            {
                var record = JournalRecord.After(head, time.GetUtcNow(), Author, HeadAnchor.Type, part.Body());
                await commit.Append(new(record), cancellationToken);
                head = record.Head;
            }
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    /// <summary>Whether the last anchor is too old, or was never finished.</summary>
    public async Task<bool> IsDue(CancellationToken cancellationToken)
    {
        var (head, last) = await Last(cancellationToken);
        var lasts = last is { IsLast: true } ? options.Value.AnchorEvery : lookEvery;
        return last is null || time.GetUtcNow() - head.RecordedAt >= lasts;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var late = new CancellationTokenSource(lastWithin, timer);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        await Try(() => Anchor(either.Token), CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var looks = options.Value.AnchorEvery < lookEvery ? options.Value.AnchorEvery : lookEvery;
        using var ticks = new PeriodicTimer(looks, timer);
        try
        {
            do await Try(async () => await IsDue(stoppingToken) && await Anchor(stoppingToken), stoppingToken);
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    private async Task Try(Func<Task<bool>> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning(failure, "The heads were not anchored; it is tried again at the next look");
        }
    }

    private async Task<(JournalHead Head, HeadAnchor? Last)> Last(CancellationToken cancellationToken)
    {
        var head = JournalHead.Empty(Streams.Anchors);
        HeadAnchor? last = null;
        var stored = await journal.Head(Streams.Anchors, cancellationToken);
        await foreach (var record in journal.Read(Streams.Anchors, Math.Max(0, stored.Sequence - 1), cancellationToken))
            (head, last) = (record.Head, HeadAnchor.Read(record.Body));
        return (head, last);
    }
}
