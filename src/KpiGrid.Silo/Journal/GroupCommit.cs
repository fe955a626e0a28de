using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace KpiGrid.Silo.Journal;

/// <summary>
/// The one writer of a silo: one group is committed at a time, and everything that arrives meanwhile is the next group.
/// </summary>
internal sealed class GroupCommit : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan retryAfter = TimeSpan.FromSeconds(1);

    private readonly IJournal journal;
    private readonly JournalOptions options;
    private readonly TimeProvider time;
    private readonly CommitQueue queue;
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Counter<long> groups;
    private readonly Counter<long> records;
    private Task writing = Task.CompletedTask;

    public GroupCommit(IJournal journal, IOptions<JournalOptions> options, TimeProvider time)
    {
        this.journal = journal;
        this.options = options.Value;
        this.time = time;
        queue = new(this.options.QueueRecordsMax);
        groups = Meter.CreateCounter<long>("kpigrid.journal.groups", description: "Groups handed to the store");
        records = Meter.CreateCounter<long>("kpigrid.journal.records", description: "Records committed");
        Meter.CreateObservableGauge("kpigrid.journal.queue", () => queue.Count, description: "Appends that wait");
    }

    /// <summary>What this silo's writer measures: groups, records, and how many appends wait.</summary>
    public Meter Meter { get; } = new("KpiGrid.Journal");

    /// <summary>Appends a record; completes when it is durable.</summary>
    /// <exception cref="InconsistentStateException">Another wrote the stream. It must leave the grain.</exception>
    /// <exception cref="RecordRefusedException">The store cannot hold this record.</exception>
    /// <exception cref="JournalBusyException">Too much waits, or it waited too long: never written.</exception>
    /// <exception cref="JournalDamagedException">The stream goes on beyond its head in the store: not written.</exception>
    /// <exception cref="JournalFullException">No space: not written.</exception>
    /// <exception cref="JournalUnavailableException">The outcome is unknown: read the stream again.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before it was sent: never written.</exception>
    public async Task Append(Append append, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiting = new WaitingAppend(append);
        if (!queue.TryAdd(waiting))
            throw new JournalBusyException("The journal takes nothing more now: nothing was written", retryAfter);
        wake.Writer.TryWrite(true);
        using var late = time.CreateTimer(
            _ => GiveUp(waiting, new TimeoutException()), null, options.AppendTimeout, Timeout.InfiniteTimeSpan);
        using var cancelled = cancellationToken.UnsafeRegister(
            _ => GiveUp(waiting, new OperationCanceledException(cancellationToken)), null);
        if (await waiting.Outcome is { } failure) throw failure;
    }

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        nameof(GroupCommit), ServiceLifecycleStage.ApplicationServices, _ => Start(), Drain);

    /// <summary>Begins to commit.</summary>
    public Task Start()
    {
        writing = Task.Run(CommitGroups);
        return Task.CompletedTask;
    }

    /// <summary>Takes nothing more, commits what waits, and ends.</summary>
    public Task Drain(CancellationToken cancellationToken)
    {
        queue.Close();
        wake.Writer.TryComplete();
        return writing.WaitAsync(cancellationToken);
    }

    public void Dispose() => Meter.Dispose();

    /// <summary>Who gives up learns whether anything can have been written.</summary>
    private void GiveUp(WaitingAppend waiting, Exception why)
    {
        if (!queue.TryLeave(waiting)) waiting.Finish(Unknown(waiting, why));
        else if (why is OperationCanceledException) waiting.Finish(why);
        else waiting.Finish(new JournalBusyException(
            $"The journal did not come to this append within {options.AppendTimeout}: nothing was written",
            retryAfter, why));
    }

    /// <summary>Commits group after group, on the scheduler it is called on, until drained.</summary>
    internal async Task CommitGroups()
    {
        while (await wake.Reader.WaitToReadAsync())
        {
            wake.Reader.TryRead(out _);
            while (queue.TakeGroup(options.GroupBytesMax) is { Count: > 0 } group) await Commit(group);
        }
    }

    private async Task Commit(IReadOnlyList<WaitingAppend> group)
    {
        groups.Add(1);
        try
        {
            var outcomes = await journal.Append([.. group.Select(waiting => waiting.Append)], CancellationToken.None);
            records.Add(outcomes.Count(outcome => outcome == AppendOutcome.Committed));
            foreach (var (waiting, outcome) in group.Zip(outcomes)) waiting.Finish(Failure(waiting, outcome));
        }
        catch (JournalFullException full)
        {
            foreach (var waiting in group)
                waiting.Finish(new JournalFullException(full.Message, full.RetryAfter, full.InnerException));
        }
        catch (Exception failure) // whatever the store throws: this loop serves every pilot of the silo
        {
            foreach (var waiting in group) waiting.Finish(Unknown(waiting, failure));
        }
    }

    private static Exception? Failure(WaitingAppend waiting, AppendOutcome outcome) => outcome switch
    {
        AppendOutcome.Committed => null,
        AppendOutcome.FenceLost => new InconsistentStateException(
            $"{waiting.Append.Record.Stream} was written by another before record {waiting.Append.Record.Sequence}"),
        AppendOutcome.Unknown => Unknown(waiting),
        AppendOutcome.Held => new JournalBusyException(
            $"Somebody holds {waiting.Append.Record.Stream} in the store: nothing was written", retryAfter),
        AppendOutcome.Damaged => new JournalDamagedException(
            $"{waiting.Append.Record.Stream} holds a record {waiting.Append.Record.Sequence} beyond its head: " +
            "restore the store from a backup"),
        _ => new RecordRefusedException(
            $"{waiting.Append.Record.Stream}: the store cannot hold record {waiting.Append.Record.Sequence}"),
    };

    private static JournalUnavailableException Unknown(WaitingAppend waiting, Exception? cause = null) => new(
        $"Whether record {waiting.Append.Record.Sequence} of {waiting.Append.Record.Stream} is stored is not known",
        retryAfter, cause);
}
