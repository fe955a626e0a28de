using System.Runtime.CompilerServices;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Tests.Simulation;

/// <summary>The journal behind a network: slow, failing before or after it stored, answering too late.</summary>
internal sealed class Store(Turns turns, Chance chance, Faults faults, Story story) : IJournal
{
    /// <summary>Teeth: takes whatever comes, after whatever is there.</summary>
    public bool Unfenced { get; init; }

    /// <summary>Teeth: a restore changes nothing of the epoch.</summary>
    public bool KeepsEpoch { get; init; }

    private TimeSpan busyUntil;

    public MemoryJournal Journal { get; private set; } = new();

    public long Epoch { get; private set; } = 1;

    /// <summary>Whether no append is under way: one may be stored long after whoever sent it gave up, or died.</summary>
    public bool IsIdle => turns.Now > busyUntil;

    public ReadOnlyMemory<byte> MemberKey => Journal.MemberKey;

    /// <summary>A restore: an older journal in place of this one.</summary>
    public void Restore(MemoryJournal older) => (Journal, Epoch) = (older, KeepsEpoch ? Epoch : Epoch + 1);

    public async Task<IReadOnlyList<AppendOutcome>> Append(
        IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        var (journal, fails, hangs) = (Journal, faults.Happens(faults.AppendFails), faults.Happens(faults.AppendHangs));
        var isStoredFirst = chance.Percent(50);
        await Pass(hangs && !isStoredFirst ? chance.Millis(8_000, 20_000) : chance.Millis(0, 5));
        if (fails && !isStoredFirst) throw Failure($"append of {group[0].Record.Stream} failed, not stored");
        if (Unfenced) group = [.. group.Select(append => Renumbered(journal, append))];
        var outcomes = await journal.Append(group, CancellationToken.None);
        Tell(group, outcomes);
        await Pass(hangs && isStoredFirst ? chance.Millis(8_000, 20_000) : chance.Millis(0, 5));
        if (fails) throw Failure($"append of {group[0].Record.Stream} failed, stored");
        return outcomes;
    }

    public async IAsyncEnumerable<JournalRecord> Read(
        string stream, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = new List<JournalRecord>();
        await Ask(async () =>
        {
            await foreach (var record in Journal.Read(stream, after, CancellationToken.None)) records.Add(record);
            return true;
        });
        foreach (var record in records) yield return record;
    }

    public Task<JournalHead> Head(string stream, CancellationToken cancellationToken) =>
        Ask(() => Journal.Head(stream, CancellationToken.None));

    public Task<IReadOnlyList<JournalHead>> Heads(string prefix, CancellationToken cancellationToken) =>
        Ask(() => Journal.Heads(prefix, CancellationToken.None));

    public Task<MovedHeads> HeadsAfter(long mark, CancellationToken cancellationToken) =>
        Ask(() => Journal.HeadsAfter(mark, CancellationToken.None));

    public Task<TrailRecords> Trail(TrailQuestion question, CancellationToken cancellationToken) =>
        Ask(() => Journal.Trail(question, CancellationToken.None));

    public IAsyncEnumerable<JournalRecord> Stored(string prefix, CancellationToken cancellationToken) =>
        Journal.Stored(prefix, cancellationToken);

    public Task<IReadOnlyList<JournalHead>> PilotHeads(
        MunicipalityId municipality, CancellationToken cancellationToken) =>
        Ask(() => Journal.PilotHeads(municipality, CancellationToken.None));

    public Task<IReadOnlyList<MunicipalityId>> Municipalities(PilotId pilot, CancellationToken cancellationToken) =>
        Ask(() => Journal.Municipalities(pilot, CancellationToken.None));

    /// <summary>What is answered was so at some moment between the question and the answer.</summary>
    private async Task<T> Ask<T>(Func<Task<T>> question)
    {
        if (chance.Percent(50)) await Pass(chance.Millis(0, 3));
        if (faults.Happens(faults.ReadFails)) throw Failure($"a read failed");
        var answer = await question();
        if (chance.Percent(50)) await Pass(chance.Millis(0, 3));
        return answer;
    }

    private Task Pass(TimeSpan span)
    {
        if (turns.Now + span > busyUntil) busyUntil = turns.Now + span;
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        turns.After(span, passed.SetResult);
        return passed.Task;
    }

    private static Append Renumbered(MemoryJournal journal, Append append)
    {
        var (record, head) = (append.Record, journal.Head(append.Record.Stream, CancellationToken.None).GetAwaiter().GetResult());
        return append with
        {
            Record = JournalRecord.After(head, record.RecordedAt, record.Author, record.Type, record.Body),
        };
    }

    private IOException Failure(FormattableString what)
    {
        story.Tell(what);
        return new($"The store: {what}");
    }

    private void Tell(IReadOnlyList<Append> group, IReadOnlyList<AppendOutcome> outcomes)
    {
        if (!story.IsTold) return;
        foreach (var (append, outcome) in group.Zip(outcomes))
            story.Tell($"store: {append.Record.Stream} {append.Record.Sequence} {append.Record.Type} {outcome}");
    }
}
