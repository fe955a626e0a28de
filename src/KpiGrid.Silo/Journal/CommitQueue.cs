namespace KpiGrid.Silo.Journal;

/// <summary>What waits for the journal: bounded, in order of arrival, and left at once by who gives up.</summary>
internal sealed class CommitQueue(int recordsMax)
{
    private readonly Lock gate = new();
    private readonly LinkedList<WaitingAppend> waiting = new();
    private bool closed;

    public int Count
    {
        get { lock (gate) return waiting.Count; }
    }

    /// <summary>False when the queue is full or closed.</summary>
    public bool TryAdd(WaitingAppend append)
    {
        lock (gate)
        {
            if (closed || waiting.Count >= recordsMax) return false;
            waiting.AddLast(append.Node);
            return true;
        }
    }

    /// <summary>False when the append has been sent already.</summary>
    public bool TryLeave(WaitingAppend append)
    {
        lock (gate)
        {
            if (append.Node.List is null) return false;
            waiting.Remove(append.Node);
            return true;
        }
    }

    /// <summary>
    /// Takes the next group: the oldest first, one per stream, in all at most so many bytes or one record. Empty when
    /// nothing waits.
    /// </summary>
    public IReadOnlyList<WaitingAppend> TakeGroup(long bytesMax)
    {
        lock (gate)
        {
            var group = new List<WaitingAppend>();
            var streams = new HashSet<string>(StringComparer.Ordinal);
            for (var node = waiting.First; node is not null;)
            {
                var (next, record) = (node.Next, node.Value.Append.Record);
                if (streams.Add(record.Stream))
                {
                    bytesMax -= record.Body.Length;
                    if (bytesMax < 0 && group.Count > 0) break;
                    waiting.Remove(node);
                    group.Add(node.Value);
                }
                node = next;
            }
            return group;
        }
    }

    /// <summary>Takes nothing more; what waits is still handed out.</summary>
    public void Close()
    {
        lock (gate) closed = true;
    }
}

/// <summary>An append and who waits for it.</summary>
internal sealed class WaitingAppend
{
    private readonly TaskCompletionSource<Exception?> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WaitingAppend(Append append)
    {
        Append = append;
        Node = new(this);
    }

    public Append Append { get; }
    public LinkedListNode<WaitingAppend> Node { get; }

    /// <summary>What is to be thrown; null once committed. A value: nobody may be left to observe a fault.</summary>
    public Task<Exception?> Outcome => outcome.Task;

    public void Finish(Exception? failure) => outcome.TrySetResult(failure);
}
