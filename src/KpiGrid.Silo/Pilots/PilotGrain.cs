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
    private PilotTotals totals = null!;
    private PilotSnapshots snapshots = null!;
    private PilotLateness lateness = null!;
    private bool committing;
    private Exception? broken;

    private PilotId Id => PilotId.Parse(this.GetPrimaryKeyString());

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private Problem Unknown => new("pilot", Id.Value, "pilot-unknown", "Create it first: PUT /v1/pilots/{id}.");

    private NodeVersion Version => state.Head.Version(journal.Epoch);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Before the tail is read: a head that the sweep meets in between would not be told to this activation again.
        nodes.Join(Id, reach);
        (state, duties) = (new(Id), new(Id));
        parents = new(Id, state, duties, journal.Epoch, GrainFactory);
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
            await Meet(push.Measurements.Select(measurement => measurement.Kpi));
            return Receipts.NothingStored(Draft().Add(push), state.Head);
        }
        var work = new PushWork(push);
        Enqueue(work);
        return await work.Answer;
    }

    public async Task<PushAnswer> Correct(CorrectionPush push)
    {
        if (state.Facts is null) return Receipts.NoSuchPilot(Id);
        if (push.DryRun)
        {
            await Meet(push.Corrections.Select(correction => correction.Kpi));
            return Receipts.NothingStored(Corrections().Add(push), state.Head);
        }
        var work = new CorrectionWork(push);
        Enqueue(work);
        return await work.Answer;
    }

    public Task<RegistryAnswer> Put(RegistryChange change)
    {
        var facts = JsonSerializer.Deserialize<PilotFacts>(change.Facts, KpiGridJson.Options)
            ?? throw new JsonException("A pilot's facts are an object");
        var work = new FactsWork(change, facts);
        Enqueue(work);
        return work.Answer;
    }

    public async Task<ApprovalAnswer> Decide(ApprovalAct act)
    {
        if (state.Facts is null) return new() { Problems = [Unknown], Status = 404 };
        var work = new ApprovalWork(act);
        Enqueue(work);
        return await work.Answer;
    }

    public async Task<ConfirmationAnswer> Confirm(ConfirmationAct act)
    {
        if (state.Facts is null) return ConfirmationAnswer.Refused(404, Unknown);
        var work = new ConfirmationWork(act);
        Enqueue(work);
        return await work.Answer;
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
                await Commit(works);
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

    private Task Commit(IReadOnlyList<PilotWork> works) => works[0] switch
    {
        CorrectionWork corrections => Commit(corrections),
        FactsWork facts => Commit(facts),
        LateWork marks => Commit(marks),
        ApprovalWork approval => Commit(approval),
        ConfirmationWork confirmation => Commit(confirmation),
        _ => Commit([.. works.Cast<PushWork>()]),
    };

    private async Task Commit(PushWork[] pushes)
    {
        await Meet(pushes.SelectMany(work => work.Push.Measurements).Select(measurement => measurement.Kpi));
        var draft = Draft();
        var answers = Array.ConvertAll(pushes, work => draft.Add(work.Push));
        var moves = pushes[0].Push.Impact ? new CellMoves() : null;
        if (draft.Entries.Count > 0)
            await Commit(pushes[0].Author, PilotRecord.Push,
                PilotRecord.PushBody(draft.Entries, registry, pushes[0].Push.Import), [], draft.Entries, moves);
        for (var i = 0; i < pushes.Length; i++) pushes[i].Complete(Moved(answers[i], moves));
    }

    private async Task Commit(CorrectionWork work)
    {
        await Meet(work.Push.Corrections.Select(correction => correction.Kpi));
        var draft = Corrections();
        var answer = draft.Add(work.Push);
        var moves = work.Push.Impact ? new CellMoves() : null;
        if (answer.Refusals.Count == 0 && draft.Entries.Count > 0)
            await Commit(work.Author, PilotRecord.Revise,
                PilotRecord.ReviseBody(draft.Entries, registry), [], draft.Entries, moves);
        work.Complete(Moved(answer, moves));
    }

    private PushAnswer Moved(PushAnswer answer, CellMoves? moves) =>
        moves is null ? answer : answer with { Moves = moves.Of(state) };

    /// <summary>Another silo may just have put a definition that is not known here.</summary>
    private async Task Commit(FactsWork work)
    {
        var facts = work.Facts;
        await registry.Meet([
            .. facts.Shares.Select(share => Streams.Of(share.Municipality)),
            .. facts.Kpis.Select(declared => Streams.Of(declared.Kpi)),
        ]);
        var canonical = JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options);
        var refused = FactsRules.Answer(facts, canonical, work.Change, state, registry, options.Value);
        if (refused is null)
        {
            var edges = new ShareTimeline(facts.Shares).Municipalities.Except(state.Municipalities).ToList();
            await Commit(work.Author, FactsRecord.Type, FactsRecord.Body(canonical, work.Change.Reason), edges, null);
        }
        work.Complete(refused ?? new() { Entry = state.Entry });
    }

    private async Task Commit(LateWork work)
    {
        var late = await work.Make();
        if (late.Count > 0) await Commit(work.Author, work.Type, late.Body, [], null);
        work.Complete(late.Count);
    }

    private Task<int> Keep(string type, Func<Task<LateBody>> make)
    {
        var work = new LateWork(type, make);
        Enqueue(work);
        return work.Answer;
    }

    private async Task Commit(ApprovalWork work)
    {
        var answer = ApprovalRules.Answer(work.Act, state.Approval, Today, options.Value);
        if (answer is null)
            await Commit(work.Author, ApprovalRecord.Type, ApprovalRecord.Body(work.Act, state.Approval), [], null);
        work.Complete(answer ?? new() { Approval = state.Approval });
    }

    private async Task Commit(ConfirmationWork work)
    {
        var answer = ConfirmationRules.Answer(Id, work.Act, state, options.Value, out var part);
        if (answer is null)
            await Commit(work.Author, ConfirmationRecord.Type, ConfirmationRecord.Body(work.Act, part!), [], null);
        work.Complete(answer ?? new() { Confirmation = state.Confirmations.Of(work.Act.Id) });
    }

    /// <summary>Journal first, then memory; the answers come after.</summary>
    private async Task Commit(
        string author, string type, byte[] body, IReadOnlyList<MunicipalityId> edges, IReadOnlyList<PilotEntry>? entries,
        CellMoves? moves = null)
    {
        var record = JournalRecord.After(state.Head, time.GetUtcNow(), author, type, body);
        await commit.Append(new(record, edges), CancellationToken.None);
        Tell(state.Apply(record, entries, moves), type);
    }

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

    private Task Meet(IEnumerable<KpiCode> kpis) =>
        registry.Meet(kpis.Where(kpi => registry.Kpi(kpi) is null).Select(Streams.Of));

    private PushDraft Draft() => new(Id, state, Check(), options.Value, journal.Epoch);

    private CorrectionDraft Corrections() => new(Id, state, Check(), options.Value, journal.Epoch);

    private MeasurementCheck Check() => new(
        Id, state.Shares, registry, journal.MemberKey, Today, options.Value);
}
