using System.Collections.Concurrent;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Tests.Cluster;

/// <summary>A journal in front of a real one, in which a test plans what goes wrong with the next append of a stream.</summary>
internal sealed class FaultJournal(IJournal journal, ISnapshotTable snapshots, bool fenced = true)
    : IJournal, ISnapshotTable, IPersonTable
{
    private readonly ConcurrentDictionary<string, Fault> planned = new(StringComparer.Ordinal);

    public long Epoch => journal.Epoch;
    public ReadOnlyMemory<byte> MemberKey => journal.MemberKey;

    /// <summary>The journal behind, where a rival writes unhindered.</summary>
    public IJournal Behind => journal;

    /// <summary>Plans the fate of the next append of a stream.</summary>
    public Fault Plan(string stream, Fault fault) => planned[stream] = fault;

    public async Task<IReadOnlyList<AppendOutcome>> Append(
        IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        var faults = group.Select(append => planned.TryRemove(append.Record.Stream, out var fault) ? fault : null)
            .OfType<Fault>().ToList();
        foreach (var fault in faults) await fault.Meet();
        if (faults.Exists(fault => fault.BeforeCommit)) throw new IOException("Failed before the commit");
        if (!fenced) group = [.. await Task.WhenAll(group.Select(append => Renumbered(append, cancellationToken)))];
        var outcomes = await journal.Append(group, cancellationToken);
        if (faults.Exists(fault => fault.AfterCommit)) throw new IOException("Failed after the commit");
        return outcomes;
    }

    public IAsyncEnumerable<JournalRecord> Read(string stream, long after, CancellationToken cancellationToken) =>
        journal.Read(stream, after, cancellationToken);

    public Task<JournalHead> Head(string stream, CancellationToken cancellationToken) =>
        journal.Head(stream, cancellationToken);

    public Task<IReadOnlyList<JournalHead>> Heads(string prefix, CancellationToken cancellationToken) =>
        journal.Heads(prefix, cancellationToken);

    public Task<MovedHeads> HeadsAfter(long mark, CancellationToken cancellationToken) =>
        journal.HeadsAfter(mark, cancellationToken);

    public Task<IReadOnlyList<JournalHead>> PilotHeads(MunicipalityId municipality, CancellationToken cancellationToken) =>
        journal.PilotHeads(municipality, cancellationToken);

    public Task<TrailRecords> Trail(TrailQuestion question, CancellationToken cancellationToken) =>
        journal.Trail(question, cancellationToken);

    public IAsyncEnumerable<JournalRecord> Stored(string prefix, CancellationToken cancellationToken) =>
        journal.Stored(prefix, cancellationToken);

    public Task<IReadOnlyList<MunicipalityId>> Municipalities(PilotId pilot, CancellationToken cancellationToken) =>
        journal.Municipalities(pilot, cancellationToken);

    public Task<Person?> ReadPerson(string actor, CancellationToken cancellationToken) =>
        ((IPersonTable)snapshots).ReadPerson(actor, cancellationToken);

    public Task<bool> EmptyLog(CancellationToken cancellationToken) =>
        ((IPersonTable)snapshots).EmptyLog(cancellationToken);

    public Task<Snapshot?> ReadSnapshot(string name, CancellationToken cancellationToken) =>
        snapshots.ReadSnapshot(name, cancellationToken);

    public Task<bool> WriteSnapshot(
        string name, string? expectedEtag, Snapshot snapshot, CancellationToken cancellationToken) =>
        snapshots.WriteSnapshot(name, expectedEtag, snapshot, cancellationToken);

    public Task<bool> ClearSnapshot(string name, string? expectedEtag, CancellationToken cancellationToken) =>
        snapshots.ClearSnapshot(name, expectedEtag, cancellationToken);

    /// <summary>What a store without the fence does: takes whatever comes, after whatever is there.</summary>
    private async Task<Append> Renumbered(Append append, CancellationToken cancellationToken)
    {
        var (record, head) = (append.Record, await journal.Head(append.Record.Stream, cancellationToken));
        return append with
        {
            Record = JournalRecord.After(head, record.RecordedAt, record.Author, record.Type, record.Body),
        };
    }
}

/// <summary>What goes wrong with one append.</summary>
internal sealed class Fault
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool BeforeCommit { get; init; }
    public bool AfterCommit { get; init; }

    /// <summary>Whether the append waits for <see cref="Release"/>.</summary>
    public bool Holds { get; init; }

    /// <summary>What happens while the append is on its way.</summary>
    public Func<Task>? Meanwhile { get; init; }

    /// <summary>Completes when the append has come to the store.</summary>
    public Task Arrived => arrived.Task;

    public void Release() => released.TrySetResult();

    public async Task Meet()
    {
        arrived.TrySetResult();
        if (Holds) await released.Task;
        if (Meanwhile is { } happens) await happens();
    }
}
