using System.Threading.Channels;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Tests.Journal;

/// <summary>A journal whose every group waits until the test lets it go, or fails it before or after commit.</summary>
internal sealed class HeldJournal : IJournal
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    private readonly MemoryJournal journal = new();
    private readonly Channel<Held> sent = Channel.CreateUnbounded<Held>();
    private readonly List<Held> taken = [];
    private volatile bool free;

    public List<IReadOnlyList<Append>> Groups { get; } = [];
    public long Epoch => journal.Epoch;
    public ReadOnlyMemory<byte> MemberKey => journal.MemberKey;

    /// <summary>The next group that was handed over, once it is.</summary>
    public async ValueTask<Held> Next(CancellationToken cancellationToken)
    {
        var held = await sent.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(patience, cancellationToken);
        taken.Add(held);
        return held;
    }

    /// <summary>Holds nothing from now on, so that a test that failed can end.</summary>
    public void LetGo()
    {
        free = true;
        while (sent.Reader.TryRead(out var held)) held.Release();
        foreach (var held in taken) held.Release();
    }

    public async Task<IReadOnlyList<AppendOutcome>> Append(
        IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        Groups.Add(group);
        var held = new Held(group);
        sent.Writer.TryWrite(held);
        if (free) held.Release();
        if (await held.Before is { } before) throw before;
        var outcomes = await journal.Append(group, cancellationToken);
        if (await held.After is { } after) throw after;
        return [.. outcomes.Zip(group, (outcome, append) =>
            append.Record.Stream == held.Unanswered ? AppendOutcome.Unknown : outcome)];
    }

    public IAsyncEnumerable<JournalRecord> Read(string stream, long after, CancellationToken cancellationToken) =>
        journal.Read(stream, after, cancellationToken);

    public Task<JournalHead> Head(string stream, CancellationToken cancellationToken) =>
        journal.Head(stream, cancellationToken);

    public Task<IReadOnlyList<JournalHead>> Heads(string prefix, CancellationToken cancellationToken) =>
        journal.Heads(prefix, cancellationToken);

    public Task<MovedHeads> HeadsAfter(long mark, CancellationToken cancellationToken) =>
        journal.HeadsAfter(mark, cancellationToken);

    public Task<IReadOnlyList<JournalHead>> PilotHeads(
        MunicipalityId municipality, CancellationToken cancellationToken) =>
        journal.PilotHeads(municipality, cancellationToken);

    public Task<TrailRecords> Trail(TrailQuestion question, CancellationToken cancellationToken) =>
        journal.Trail(question, cancellationToken);

    public IAsyncEnumerable<JournalRecord> Stored(string prefix, CancellationToken cancellationToken) =>
        journal.Stored(prefix, cancellationToken);

    public Task<IReadOnlyList<MunicipalityId>> Municipalities(PilotId pilot, CancellationToken cancellationToken) =>
        journal.Municipalities(pilot, cancellationToken);
}

/// <summary>A group on its way.</summary>
internal sealed class Held(IReadOnlyList<Append> group)
{
    private readonly TaskCompletionSource<Exception?> before = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Exception?> after = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IEnumerable<string> Streams => group.Select(append => append.Record.Stream);
    public Task<Exception?> Before => before.Task;
    public Task<Exception?> After => after.Task;

    /// <summary>The stream of which the store does not know what became.</summary>
    public string? Unanswered { get; private set; }

    public void Release() => Fail(null, null);

    public void ReleaseBut(string stream)
    {
        Unanswered = stream;
        Release();
    }

    public void FailBeforeCommit(Exception failure) => Fail(failure, null);
    public void FailAfterCommit(Exception failure) => Fail(null, failure);

    private void Fail(Exception? first, Exception? last)
    {
        after.TrySetResult(last);
        before.TrySetResult(first);
    }
}
