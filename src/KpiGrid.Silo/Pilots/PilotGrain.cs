using System.Text.Json;
using KpiGrid.Silo.Hosting;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Registry;
using KpiGrid.Silo.Webhook;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Timers;

namespace KpiGrid.Silo.Pilots;

/// <summary>A pilot project: checks, records, applies, allocates and reports.</summary>
/// <remarks>
/// Reentrant, so that what arrives while a record is being committed is gathered into the next one. All state changes
/// happen in <see cref="CommitAll"/>, one record at a time: journal, then memory, then the answers.
/// </remarks>
[Reentrant]
internal sealed class PilotGrain(
    IJournal journal, GroupCommit commit, RegistryView registry, LocalNodes nodes,
    [FromKeyedServices(KpiTime.Key)] TimeProvider time, IOptions<PilotOptions> options,
    IOptions<DutyOptions> due,
    [PersistentState("pilot", SnapshotStorage.ProviderName)] IPersistentState<PilotSnapshot> stored,
    ILogger<PilotGrain> logger, IReminderRegistry? reminders = null, Outbox? outbox = null)
    : Grain, IPilotGrain, ISweptNode, IRemindable
{
    private readonly PilotQueue waiting = new(options.Value);
    private readonly PilotReach reach = new();
    private PilotState state = null!;
    private PilotDuties duties = null!;
    private PilotParents parents = null!;
    private PilotRecorder recorder = null!;
    private PilotTotals totals = null!;
    private PilotSnapshots snapshots = null!;
    private PilotLateness lateness = null!;
    private bool committing;
    private Exception? broken;

    private PilotId Id => PilotId.Parse(this.GetPrimaryKeyString());

    private Problem Unknown => new("pilot", Id.Value, "pilot-unknown", "Create it first: PUT /v1/pilots/{id}.");

    private NodeVersion Version => state.Head.Version(journal.Epoch);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Before the tail is read: a head that the sweep meets in between would not be told to this activation again.
        nodes.Join(Id, reach);
        (state, duties) = (new(Id), new(Id));
        parents = new(Id, state, duties, journal.Epoch, GrainFactory);
        recorder = new(Id, state, journal, commit, registry, time, options.Value, Tell);
        totals = new(Id, state, duties, registry);
        snapshots = new(stored, journal, logger);
        var reminder = new DueReminder(reminders, this.GetGrainId(), time, due.Value, logger);
        lateness = new(state, duties, registry, reminder, outbox, time, due.Value);
        await snapshots.Restore(state, cancellationToken);
        state.Replay(await Tail(cancellationToken));
        duties.Refresh(state, null);
        await registry.Meet(state.Municipalities.Select(Streams.Of));
        parents.Enlist();
        reach.Reached(state.Head.Sequence);
        lateness.Tell();
        _ = lateness.Remind();
    }

    /// <summary>A snapshot costs the most when pushes come fastest, so it waits until they have stopped.</summary>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        nodes.Leave(Id, reach);
        return broken is null && !committing && snapshots.IsDue(state, options.Value)
            ? snapshots.Write(state, cancellationToken)
            : Task.CompletedTask;
    }

    public async Task<PushAnswer> Record(Push push)
    {
        if (state.Facts is null) return Receipts.NoSuchPilot(Id);
        if (push.DryRun)
        {
            await recorder.Meet(push.Measurements.Select(measurement => measurement.Kpi));
            return Receipts.NothingStored(recorder.Draft().Add(push), state.Head);
        }
        return await Answer(new PushWork(push));
    }

    public async Task<PushAnswer> Correct(CorrectionPush push)
    {
        if (state.Facts is null) return Receipts.NoSuchPilot(Id);
        if (push.DryRun)
        {
            await recorder.Meet(push.Corrections.Select(correction => correction.Kpi));
            return Receipts.NothingStored(recorder.Corrections().Add(push), state.Head);
        }
        return await Answer(new CorrectionWork(push));
    }

    public Task<RegistryAnswer> Put(RegistryChange change)
    {
        var facts = JsonSerializer.Deserialize<PilotFacts>(change.Facts, KpiGridJson.Options)
            ?? throw new JsonException("A pilot's facts are an object");
        return Answer(new FactsWork(change, facts));
    }

    public async Task<ApprovalAnswer> Decide(ApprovalAct act)
    {
        if (state.Facts is null) return new() { Problems = [Unknown], Status = 404 };
        return await Answer(new ApprovalWork(act));
    }

    public async Task<ConfirmationAnswer> Confirm(ConfirmationAct act)
    {
        if (state.Facts is null) return ConfirmationAnswer.Refused(404, Unknown);
        return await Answer(new ConfirmationWork(act));
    }

    public Task<IReadOnlyList<KpiCode>> OnBehalf() => Task.FromResult<IReadOnlyList<KpiCode>>([.. state.OnBehalf]);

    public Task<RegistryEntry?> Read() => Task.FromResult(state.Entry);

    public Task<Approval?> Approval() => Task.FromResult(state.Facts is null ? null : state.Approval);

    public Task<IReadOnlyList<Duty>> Duties() => Task.FromResult<IReadOnlyList<Duty>>(
        [.. duties.All.Select(pair => pair.Duty).DistinctBy(duty => duty.Stream)]);

    public Task<IReadOnlyList<LateDuty>> Late(DateOnly today) => lateness.On(today);

    public Task<IReadOnlyList<LateMark>> Marks() => Task.FromResult(state.Marks.All);

    public Task<int> MarkLate() => Keep(LateRecord.Type, lateness.Unmarked);

    public Task<int> Told(IReadOnlyList<string> marks) => Keep(LateRecord.Told, () => lateness.Untold(marks));

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await MarkLate();
        await lateness.RemindAgain();
    }

    public async Task<Sums> Sums(SumsQuestion question)
    {
        await registry.Meet([Streams.Of(question.Kpi)]);
        return totals.Answer(question) with { Version = Version, ConfirmedAt = time.GetUtcNow() };
    }

    public async Task<IReadOnlyList<SettledNode>> Settle(long sequence)
    {
        if (sequence > state.Head.Sequence && !committing) await Reload();
        if (sequence > state.Head.Sequence)
            throw new TimeoutException($"{Id} has not reached record {sequence} yet");
        return await parents.Settled(Version);
    }

    public async Task Poke(MunicipalityId municipality, NodeVersion holds, NodeVersion wants)
    {
        if (wants.IsAfter(Version) && !committing) await Reload();
        parents.Poked(municipality, holds);
    }

    public Task Seen(IReadOnlyList<HeadSeen> heads) => committing ? Task.CompletedTask : Reload();

    private Task<TAnswer> Answer<TAnswer>(PilotWork<TAnswer> work)
    {
        Enqueue(work);
        return work.Answer;
    }

    private void Enqueue(PilotWork work)
    {
        if (broken is not null) work.Fail(broken);
        else if (!waiting.TryEnqueue(work))
            work.Fail(new JournalBusyException($"{waiting.Count} pushes wait at {Id}", TimeSpan.FromSeconds(1)));
        else if (!committing) _ = CommitAll();
    }

    private async Task CommitAll()
    {
        committing = true;
        while (waiting.Count > 0 && broken is null)
        {
            var works = waiting.Next();
            try
            {
                await recorder.Commit(works);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Break(failure, works);
            }
        }
        committing = false;
    }

    /// <summary>
    /// A record that failed leaves an outcome that only storage knows: everything here is thrown away, and who waits gets
    /// the exception, which for a lost fence is the one that makes Orleans drop us.
    /// </summary>
    private void Break(Exception failure, IReadOnlyList<PilotWork> works)
    {
        broken = failure;
        foreach (var work in works.Concat(waiting.All)) work.Fail(failure);
        DeactivateOnIdle();
    }

    private Task<int> Keep(string type, Func<Task<LateBody>> make) => Answer(new LateWork(type, make));

    private void Tell(PilotChanges changes, string type)
    {
        reach.Reached(state.Head.Sequence);
        var changedDuties = duties.Refresh(state, changes.Duties ? null : changes.Families);
        parents.Enlist();
        lateness.Applied(changes.Duties, type);
        parents.Changed(changes, changedDuties);
    }

    /// <summary>Another activation wrote: take in what it recorded.</summary>
    private async Task Reload()
    {
        foreach (var record in await Tail(CancellationToken.None))
            if (!committing && record.Sequence == state.Head.Sequence + 1) Tell(state.Apply(record), record.Type);
    }

    private async Task<List<JournalRecord>> Tail(CancellationToken cancellationToken)
    {
        var tail = new List<JournalRecord>();
        await foreach (var record in journal.ReadAfter(state.Head, cancellationToken)) tail.Add(record);
        return tail;
    }
}
