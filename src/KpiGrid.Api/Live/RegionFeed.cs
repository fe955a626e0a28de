using KpiGrid.Api.Hosting;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Api.Live;

/// <summary>One region as this process watches it: one watcher at the region, whatever the number of viewers here.</summary>
internal sealed class RegionFeed(
    RegionId region, LiveReader reader, IGrainFactory grains, TimeProvider time, LiveOptions options, ILogger log)
    : IRegionWatcher, IDisposable
{
    private const int RenewalsInLease = 5;

    private readonly Lock gate = new();
    private readonly Dictionary<string, ViewFeed> views = [];
    private readonly CancellationTokenSource left = new();
    private DateOnly? today;

    /// <summary>Tells the region to tell this process, until it is disposed of.</summary>
    public void Start() => _ = Watch(grains.CreateObjectReference<IRegionWatcher>(this), left.Token);

    public void Enter(LiveView view, Viewer viewer)
    {
        ViewFeed? feed;
        lock (gate)
        {
            if (!views.TryGetValue(view.Key, out feed)) views.Add(view.Key, feed = new(view, Read, log));
        }
        feed.Enter(viewer);
    }

    public void Leave(LiveView view, Viewer viewer)
    {
        lock (gate)
        {
            views[view.Key].Leave(viewer);
            if (views[view.Key].IsEmpty) views.Remove(view.Key);
        }
    }

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    public Task Changed(RegionChange change)
    {
        foreach (var view in Views()) view.Changed(change);
        return Task.CompletedTask;
    }

    private List<ViewFeed> Views()
    {
        lock (gate) return [.. views.Values];
    }

    private async Task<LiveState> Read(LiveView view) =>
        await reader.Read(region, view, today ??= await reader.Today(region));

    private async Task Watch(IRegionWatcher self, CancellationToken stop)
    {
        var node = grains.GetGrain<IRegionGrain>(region.Value);
        try
        {
            using var ticks = new PeriodicTimer(options.RenewEvery, time);
            do await Renew(node, self, stop);
            while (await ticks.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            node.Unwatch(self).Ignore();
        }
        finally
        {
            grains.DeleteObjectReference<IRegionWatcher>(self);
        }
    }

    /// <summary>A region that takes no more watchers is asked instead of telling.</summary>
    private async Task Renew(IRegionGrain node, IRegionWatcher self, CancellationToken stop)
    {
        var readAll = true;
        try
        {
            var isTold = await node.Watch(self, options.RenewEvery * RenewalsInLease)
                .WaitAsync(options.RenewEvery * RenewalsInLease, time, stop);
            var day = await reader.Today(region);
            readAll = !isTold || day != today;
            today = day;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(Trouble.Untold(failure), "Region {Region} does not answer; its viewers see what was last known: {Why}", region, failure.Message);
        }
        foreach (var view in Views()) view.Read(readAll);
    }
}
