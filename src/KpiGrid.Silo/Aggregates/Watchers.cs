namespace KpiGrid.Silo.Aggregates;

/// <summary>
/// Tells a region's watchers which KPIs changed: each at once, gathering only while it is being told. One that fails, or
/// is slow, holds up nobody else. Runs on its grain's scheduler and holds no timer: a watcher that does not renew its
/// lease is let go with the next change.
/// </summary>
/// <param name="version">The node's version; null while it must answer nobody.</param>
/// <param name="watchersMax">Watchers it takes.</param>
/// <param name="timer">Measures leases.</param>
internal sealed class Watchers(Func<NodeVersion?> version, int watchersMax, TimeProvider timer)
{
    // What passed through a silo that died is answered by nobody, and Orleans waits half a minute for it.
    private static readonly TimeSpan heardWithin = TimeSpan.FromSeconds(1);

    private readonly Dictionary<IRegionWatcher, Watched> watchers = [];

    public int Count => watchers.Count;

    /// <summary>
    /// Takes a watcher, or keeps it for another lease. What it was not told yet it is told now, also when the answer to
    /// what it is being told is overdue; a new one is told that anything may have changed. False when there are too many.
    /// </summary>
    public bool Renew(IRegionWatcher watcher, TimeSpan lease)
    {
        LetGo();
        if (!watchers.TryGetValue(watcher, out var watched))
        {
            if (watchers.Count >= watchersMax) return false;
            watchers.Add(watcher, watched = new(watcher));
        }
        watched.EndsAt = timer.GetUtcNow() + lease;
        if (watched.Telling is { } telling && timer.GetElapsedTime(telling.Began) > heardWithin) watched.GiveUp();
        Start(watched);
        return true;
    }

    public void Remove(IRegionWatcher watcher) => watchers.Remove(watcher);

    /// <summary>Gathers what changed, null for anything, and tells everybody who can be told.</summary>
    public void Changed(IReadOnlyCollection<KpiCode>? kpis)
    {
        LetGo();
        foreach (var watched in watchers.Values)
        {
            watched.Gather(kpis);
            Start(watched);
        }
    }

    private void LetGo()
    {
        var now = timer.GetUtcNow();
        foreach (var watched in watchers.Values.Where(watched => watched.EndsAt < now).ToList())
            watchers.Remove(watched.Watcher);
    }

    private void Start(Watched watched)
    {
        if (watched.Telling is null && watched.HasNews && version() is not null) _ = TellAll(watched);
    }

    private async Task TellAll(Watched watched)
    {
        var telling = watched.Telling = new(timer.GetTimestamp());
        await Task.Yield(); // see Reporting: no sending under this activation's lock
        try
        {
            while (watched.Telling == telling && watched.HasNews && version() is { } now)
            {
                telling.Began = timer.GetTimestamp();
                await watched.Watcher.Changed(new(now, watched.Take()));
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Whether it heard is not known; the next change or its next renewal tells it again.
            watched.Gather(null);
        }
        finally
        {
            if (watched.Telling == telling) watched.Telling = null;
        }
    }

    /// <summary>A watcher, the end of its lease, and what it has not been told.</summary>
    private sealed class Watched(IRegionWatcher watcher)
    {
        private HashSet<KpiCode> kpis = [];
        private bool anything = true;

        public IRegionWatcher Watcher => watcher;

        public DateTimeOffset EndsAt { get; set; }

        /// <summary>The calls to it that are under way; null when there are none.</summary>
        public Telling? Telling { get; set; }

        public bool HasNews => anything || kpis.Count > 0;

        public void Gather(IReadOnlyCollection<KpiCode>? changed)
        {
            if (changed is null) anything = true;
            else kpis.UnionWith(changed);
        }

        /// <summary>Waits no longer for the answer; whether it heard is not known.</summary>
        public void GiveUp() => (Telling, anything) = (null, true);

        /// <summary>Everything gathered; null for anything.</summary>
        public IReadOnlyList<KpiCode>? Take()
        {
            IReadOnlyList<KpiCode>? taken = anything ? null : [.. kpis];
            (kpis, anything) = ([], false);
            return taken;
        }
    }

    /// <summary>One call to a watcher after the other.</summary>
    private sealed class Telling(long began)
    {
        public long Began { get; set; } = began;
    }
}
