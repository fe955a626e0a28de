using System.Diagnostics;

namespace KpiGrid.Tests.Faults;

/// <summary>Watchers of every region through every front end.</summary>
internal sealed class Watching : IAsyncDisposable
{
    private readonly List<FeedWatcher> watchers = [];

    public Watching(FaultCluster cluster, AckBook book, int count)
    {
        for (var turn = 0; turn < count; turn++)
            watchers.Add(new(cluster.Http, cluster.Fronts, book, World.Regions[turn % World.Regions.Count], turn));
        foreach (var watcher in watchers) watcher.Begin();
    }

    public int Backward => watchers.Sum(watcher => watcher.Backward);

    public int Gaps => watchers.Sum(watcher => watcher.Gaps);

    public int Events => watchers.Sum(watcher => watcher.Events);

    public IEnumerable<string> Faults => watchers.SelectMany(watcher => watcher.Faults);

    /// <summary>Waits until everybody has been shown the truth; returns how long after an instant that was.</summary>
    public async Task<TimeSpan> Reaches(Truth truth, long since, TimeSpan within)
    {
        var left = within - Stopwatch.GetElapsedTime(since);
        await Cluster.Deadline.Comes(() => Task.FromResult(Differ(truth).Count == 0), left);
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>What watchers are shown that is not the truth.</summary>
    public IReadOnlyList<string> Differ(Truth truth) =>
        [.. watchers.Select(watcher => watcher.Differs(truth)).OfType<string>()];

    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in watchers) await watcher.DisposeAsync();
    }
}
