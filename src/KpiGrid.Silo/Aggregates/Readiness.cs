namespace KpiGrid.Silo.Aggregates;

/// <summary>A node answers nobody until it has reached the heads that storage showed when it activated.</summary>
internal sealed class Readiness
{
    private readonly Dictionary<string, NodeVersion> wanted = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether storage has shown more of any child than the node holds.</summary>
    public bool IsBehind => wanted.Count > 0;

    /// <summary>Storage showed a child at a version; true when the node holds less.</summary>
    public bool Wants(string child, NodeVersion version, NodeVersion holds)
    {
        if (!version.IsAfter(holds) && version.Digest == holds.Digest) return false;
        if (!version.IsAfter(holds) && version.Count < holds.Count) return false;
        wanted[child] = version;
        return true;
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

    public Task WhenReady(TimeSpan limit) => ready.Task.WaitAsync(limit);

    private bool started;

    private void Check()
    {
        if (started && wanted.Count == 0) ready.TrySetResult();
    }
}
