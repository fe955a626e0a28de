namespace KpiGrid.Silo.Pilots;

/// <summary>What waits for the pilot's next records.</summary>
internal sealed class PilotQueue(PilotOptions options)
{
    private readonly Queue<PilotWork> waiting = new();

    public int Count => waiting.Count;

    public IEnumerable<PilotWork> All => waiting;

    /// <summary>False when too many wait already.</summary>
    public bool TryEnqueue(PilotWork work)
    {
        if (waiting.Count >= options.WaitingMax) return false;
        waiting.Enqueue(work);
        return true;
    }

    /// <summary>The next work; pushes that arrived together and fit together become one record.</summary>
    public IReadOnlyList<PilotWork> Next()
    {
        var works = new List<PilotWork> { waiting.Dequeue() };
        if (works[0] is not PushWork first) return works;
        var entries = first.Push.Measurements.Count;
        while (waiting.TryPeek(out var next) && next is PushWork push && push.Joins(first)
            && (entries += push.Push.Measurements.Count) <= options.EntriesMax)
            works.Add(waiting.Dequeue());
        return works;
    }
}
