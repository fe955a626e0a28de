using KpiGrid.Api.Hosting;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Api.Live;

/// <summary>A view with its viewers: read when something in it changed, gathering only while it is being read.</summary>
internal sealed class ViewFeed(LiveView view, Func<LiveView, Task<LiveState>> read, ILogger log)
{
    private readonly Lock gate = new();
    private readonly HashSet<Viewer> viewers = [];
    private LiveState? newest;
    private NodeVersion wanted;
    private bool again = true;
    private bool isReading;

    public bool IsEmpty
    {
        get
        {
            lock (gate) return viewers.Count == 0;
        }
    }

    public void Enter(Viewer viewer)
    {
        lock (gate)
        {
            viewers.Add(viewer);
            if (newest is not null) viewer.Offer(newest);
        }
        Read(again: false);
    }

    public void Leave(Viewer viewer)
    {
        lock (gate) viewers.Remove(viewer);
    }

    /// <summary>The region has told of a change.</summary>
    public void Changed(RegionChange change)
    {
        if (change.Kpis is { } kpis && !kpis.Any(view.Kpis.Contains)) return;
        lock (gate)
        {
            if (change.Version.IsAfter(wanted)) wanted = change.Version;
        }
        Read(again: false);
    }

    /// <summary>Reads what is missing, or in any case.</summary>
    public void Read(bool again)
    {
        lock (gate)
        {
            this.again |= again;
            if (isReading || !IsBehind) return;
            isReading = true;
        }
        _ = ReadUntilThere();
    }

    private bool IsBehind => again || newest is null || wanted.IsAfter(newest.Version);

    private async Task ReadUntilThere()
    {
        bool more;
        do
        {
            NodeVersion goal;
            lock (gate) (goal, again) = (wanted, false);
            try
            {
                var state = await read(view);
                lock (gate) Publish(state);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                log.LogWarning(Trouble.Untold(failure), "A live view could not be read; it is read again with the next renewal: {Why}", failure.Message);
                lock (gate) again = true;
            }
            // What is still missing though nothing more was told is read with the next renewal, not at once for ever.
            lock (gate) isReading = more = wanted.IsAfter(goal) && IsBehind;
        }
        while (more);
    }

    private void Publish(LiveState state)
    {
        if (newest is not null && !state.Follows(newest)) return;
        newest = state;
        foreach (var viewer in viewers) viewer.Offer(state);
    }
}
