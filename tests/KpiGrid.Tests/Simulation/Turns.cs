namespace KpiGrid.Tests.Simulation;

/// <summary>
/// One thread's worth of time: runs the turns of all lanes, one at a time in an order left to chance, and lets time pass
/// when nobody has one.
/// </summary>
internal sealed class Turns(Chance chance)
{
    private readonly PriorityQueue<Action, (TimeSpan, long)> later = new();
    private readonly List<Lane> ready = [];
    private readonly int thread = Environment.CurrentManagedThreadId;
    private volatile string? stray;
    private long happenings;

    /// <summary>How much time has passed.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Something will happen after a delay.</summary>
    public void After(TimeSpan delay, Action happening) => later.Enqueue(happening, (Now + delay, happenings++));

    /// <summary>A lane has turns to run. From another thread it would not be the same every time.</summary>
    public void Ready(Lane lane)
    {
        if (Environment.CurrentManagedThreadId == thread) ready.Add(lane);
        else stray = $"A continuation of {lane} left the thread: {Environment.StackTrace}";
    }

    /// <summary>Runs until a task is done; false when nothing happens any more and it is not, or not by then.</summary>
    public bool Run(Task task, TimeSpan limit)
    {
        var end = Now + limit;
        while (!task.IsCompleted)
            if (!Step(end)) return false;
        return true;
    }

    /// <summary>Lets an amount of time pass.</summary>
    public void Run(TimeSpan span)
    {
        var end = Now + span;
        while (Step(end)) { }
        Now = end;
    }

    private bool Step(TimeSpan end)
    {
        if (stray is not null) throw new InvalidOperationException(stray);
        if (ready.Count > 0)
        {
            var at = chance.Below(ready.Count);
            if (ready[at].RunTurn()) return true;
            ready[at] = ready[^1];
            ready.RemoveAt(ready.Count - 1);
            return true;
        }
        if (!later.TryPeek(out var happening, out var when) || when.Item1 > end) return false;
        later.Dequeue();
        Now = when.Item1;
        happening();
        return true;
    }
}
