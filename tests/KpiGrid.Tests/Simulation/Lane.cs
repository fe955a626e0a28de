namespace KpiGrid.Tests.Simulation;

/// <summary>Turns that run one at a time in order of arrival: an activation's, a silo's, a client's.</summary>
internal sealed class Lane(Turns turns, string name) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Turn, object? State)> waiting = new();
    private bool isReady;
    private bool closed;

    /// <summary>Whose lane it is, to know who sends a message.</summary>
    public Silo? Silo { get; init; }

    /// <summary>What waits never runs, and nothing more is taken: a process that is gone.</summary>
    public void Close()
    {
        closed = true;
        waiting.Clear();
    }

    public void Run(Action turn) => Post(static state => ((Action)state!)(), turn);

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (closed) return;
        waiting.Enqueue((d, state));
        if (isReady) return;
        isReady = true;
        turns.Ready(this);
    }

    /// <summary>Runs the next turn; false when there was none.</summary>
    public bool RunTurn()
    {
        if (!waiting.TryDequeue(out var next)) return isReady = false;
        SetSynchronizationContext(this);
        try
        {
            next.Turn(next.State);
        }
        finally
        {
            SetSynchronizationContext(null);
        }
        return true;
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public override SynchronizationContext CreateCopy() => this;

    public override string ToString() => name;
}
