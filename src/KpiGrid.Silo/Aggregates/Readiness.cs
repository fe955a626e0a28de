namespace KpiGrid.Silo.Aggregates;

/// <summary>A node answers nobody until it has reached the heads that storage showed when it activated.</summary>
/// <param name="epoch">The store's epoch; what was shown before its last restore is wanted no more.</param>
internal sealed class Readiness(long epoch = 0)
{
    private readonly Dictionary<string, NodeVersion> wanted = new(StringComparer.Ordinal);
    private readonly List<TaskCompletionSource> waiting = [];
    private bool started;
    private volatile bool isBehind;

    /// <summary>Whether storage has shown more of any child than the node holds. Anybody may ask.</summary>
    public bool IsBehind => isBehind;

    /// <summary>Whether the node has once reached what storage showed when it activated.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The children that the node holds less of than storage showed.</summary>
    public IReadOnlyList<(string Child, NodeVersion Version)> Wanted => [.. wanted.Select(pair => (pair.Key, pair.Value))];

    public bool IsWanted(string child) => wanted.ContainsKey(child);

    /// <summary>Storage showed a child at a version; what it showed earlier may be told later, and counts no less.</summary>
    public void Wants(string child, NodeVersion version, NodeVersion holds)
    {
        if (version.Epoch < epoch || holds == version || holds.IsAfter(version)) return;
        if (wanted.TryGetValue(child, out var least) && least.IsAfter(version)) return;
        wanted[child] = version;
        isBehind = true;
    }

    /// <summary>The node now holds a child at a version.</summary>
    public void Holds(string child, NodeVersion version)
    {
        if (wanted.TryGetValue(child, out var least) && !least.IsAfter(version)) wanted.Remove(child);
        Check();
    }

    /// <summary>Everything that storage showed has been said; from now on reaching it makes the node ready.</summary>
    public void Start()
    {
        started = true;
        Check();
    }

    public async Task WhenReady(TimeSpan limit, TimeProvider timer)
    {
        if (IsReady) return;
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var late = timer.CreateTimer(
            _ => waiter.TrySetException(new TimeoutException($"Not ready within {limit}")), null, limit,
            Timeout.InfiniteTimeSpan);
        waiting.Add(waiter);
        try
        {
            await waiter.Task;
        }
        finally
        {
            waiting.Remove(waiter);
        }
    }

    private void Check()
    {
        isBehind = wanted.Count > 0;
        if (IsReady || !started || isBehind) return;
        IsReady = true;
        foreach (var waiter in waiting) waiter.TrySetResult();
        waiting.Clear();
    }
}
