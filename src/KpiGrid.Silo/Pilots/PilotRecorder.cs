using System.Text.Json;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>Makes a pilot's records, one at a time: checked against its state, then in the journal, then in memory, then answered.</summary>
/// <param name="pilot">The pilot.</param>
/// <param name="state">Its state.</param>
/// <param name="journal">Whose epoch tokens are of, and by whose key members are told apart.</param>
/// <param name="commit">Where records go.</param>
/// <param name="registry">What is known of KPIs and municipalities.</param>
/// <param name="time">The clock.</param>
/// <param name="options">The limits.</param>
/// <param name="tell">Hears what each record changed, before those who wait for it.</param>
internal sealed class PilotRecorder(
    PilotId pilot, PilotState state, IJournal journal, GroupCommit commit, RegistryView registry, TimeProvider time,
    PilotOptions options, Action<PilotChanges, string> tell)
{
    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Records works that share a record, and answers them.</summary>
    public Task Commit(IReadOnlyList<PilotWork> works) => works[0] switch
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
        var refused = FactsRules.Answer(facts, canonical, work.Change, state, registry, options);
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

    private async Task Commit(ApprovalWork work)
    {
        var answer = ApprovalRules.Answer(work.Act, state.Approval, Today, options);
        if (answer is null)
            await Commit(work.Author, ApprovalRecord.Type, ApprovalRecord.Body(work.Act, state.Approval), [], null);
        work.Complete(answer ?? new() { Approval = state.Approval });
    }

    private async Task Commit(ConfirmationWork work)
    {
        var answer = ConfirmationRules.Answer(pilot, work.Act, state, options, out var part);
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
        tell(state.Apply(record, entries, moves), type);
    }

    public Task Meet(IEnumerable<KpiCode> kpis) =>
        registry.Meet(kpis.Where(kpi => registry.Kpi(kpi) is null).Select(Streams.Of));

    public PushDraft Draft() => new(pilot, state, Check(), options, journal.Epoch);

    public CorrectionDraft Corrections() => new(pilot, state, Check(), options, journal.Epoch);

    private MeasurementCheck Check() => new(
        pilot, state.Shares, registry, journal.MemberKey, Today, options);
}
