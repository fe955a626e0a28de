namespace KpiGrid.Silo.Aggregates;

/// <summary>Where a node's reports to one parent come from.</summary>
internal interface IReportSource
{
    NodeVersion Version { get; }

    /// <summary>False until the node has reached the heads that storage showed when it activated.</summary>
    bool CanReport { get; }

    /// <summary>A report of everything (keys and streams null), or of these cells and duties.</summary>
    CellReport Report(NodeVersion since, IReadOnlyCollection<CellKey>? keys, IReadOnlyCollection<KpiStreamId>? streams);
}

/// <summary>
/// Reports to one parent: at once when none is in flight, gathering while one is. Runs on its grain's scheduler and holds
/// no timer: a report that fails is sent again with the next change, or when the parent, who sweeps, pokes.
/// </summary>
internal sealed class Reporting(IReportSource source, Func<CellReport, Task<ReportAnswer>> send)
{
    private readonly List<(NodeVersion Version, TaskCompletionSource<NodeVersion> Done)> waiting = [];
    private HashSet<CellKey> keys = [];
    private HashSet<KpiStreamId> streams = [];
    private NodeVersion acknowledged;
    private NodeVersion parent;
    private bool whole = true;
    private bool inFlight;

    /// <summary>Remembers what changed and reports it.</summary>
    public void Changed(IEnumerable<CellKey> changedKeys, IEnumerable<KpiStreamId> changedStreams)
    {
        if (!whole)
        {
            keys.UnionWith(changedKeys);
            streams.UnionWith(changedStreams);
        }
        Start();
    }

    /// <summary>The parent says what it holds; where that is not what it last acknowledged, it gets everything.</summary>
    public void Poked(NodeVersion holds)
    {
        if (inFlight) return;
        if (holds != acknowledged || holds == NodeVersion.None) whole = true;
        Start();
    }

    /// <summary>Completes with the parent's version once it has acknowledged a version of this node.</summary>
    public Task<NodeVersion> Settled(NodeVersion version)
    {
        if (!whole && !version.IsAfter(acknowledged)) return Task.FromResult(parent);
        var done = new TaskCompletionSource<NodeVersion>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add((version, done));
        Start();
        return done.Task;
    }

    private void Start()
    {
        if (!inFlight && source.CanReport && (whole || IsBehind)) _ = SendUntilTold();
    }

    private bool IsBehind => source.Version.IsAfter(acknowledged);

    private async Task SendUntilTold()
    {
        inFlight = true;
        try
        {
            while (await SendOnce() || IsBehind) { }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Whatever the parent got or did not get, it can be sent again: absolute values, with base and version.
            whole = true;
            foreach (var (_, done) in waiting) done.TrySetException(failure);
            waiting.Clear();
        }
        finally
        {
            inFlight = false;
        }
    }

    /// <summary>Answers whether the parent asks for everything.</summary>
    private async Task<bool> SendOnce()
    {
        var report = whole
            ? source.Report(NodeVersion.None, null, null)
            : source.Report(acknowledged, keys, streams);
        keys = [];
        streams = [];
        whole = false;
        var answer = await send(report);
        // A parent that holds what this activation never sent has it from another one: changes cannot build on that.
        whole = answer.SendWhole || answer.Acknowledged != report.Version;
        acknowledged = answer.Acknowledged;
        parent = answer.Parent;
        foreach (var waiter in waiting.Where(waiter => !answer.SendWhole && !waiter.Version.IsAfter(acknowledged)).ToList())
        {
            waiter.Done.TrySetResult(parent);
            waiting.Remove(waiter);
        }
        return answer.SendWhole;
    }
}
