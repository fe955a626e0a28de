using System.Text.Json;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Pilots;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Tests.Pilots;

/// <summary>A pilot written record by record, as its grain does, kept beside the records it was made of.</summary>
internal sealed class WrittenPilot
{
    public static readonly PilotId Id = PilotId.Parse("p");
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly byte[] MemberKey = new byte[32];
    private readonly RegistryView registry;
    private readonly PilotOptions options;

    /// <summary>Shares from 2026-01-01 on, as parts of their sum, one a place in ascending code.</summary>
    public WrittenPilot(int[] parts, RegistryView? registry = null, PilotOptions? options = null)
        : this(registry ?? Registered.View, options ?? new())
    {
        Put(new() { Kind = PilotKind.Joint, Start = Arithmetic.Day(0), Shares = SharesOf(parts, 0, null) });
    }

    private WrittenPilot(RegistryView registry, PilotOptions options) =>
        (this.registry, this.options) = (registry, options);

    public List<JournalRecord> Records { get; } = [];
    public PilotState State { get; } = new(Id);
    public PilotDuties Duties { get; } = new(Id);

    /// <summary>What the newest record changed.</summary>
    public PilotChanges Changes { get; private set; } = new();

    public static Share[] SharesOf(int[] parts, int from, int? to, KpiCode? kpi = null) =>
    [
        .. parts.Select((part, i) => new Share
        {
            Municipality = Arithmetic.Places[i], Parts = part, Whole = parts.Sum(), Kpi = kpi,
            From = Arithmetic.Day(from), To = to is { } end ? Arithmetic.Day(end) : null,
        }).Where(share => share.Parts > 0),
    ];

    public void Put(PilotFacts facts) => Append(
        FactsRecord.Type, FactsRecord.Body(JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options), "test"));

    public PushDraft Draft() => new(Id, State, Check(), options, 1);

    public PushAnswer Push(params Measurement[] measurements) =>
        Push(new Push { Measurements = measurements, Author = "actor-1" });

    public PushAnswer Push(Push push)
    {
        var draft = Draft();
        var answer = draft.Add(push);
        Commit(draft);
        return answer;
    }

    /// <summary>Makes a record of a draft, whoever filled it.</summary>
    public void Commit(PushDraft draft)
    {
        if (draft.Entries.Count > 0) Append(PilotRecord.Push, PilotRecord.PushBody(draft.Entries, registry, null));
    }

    public PushAnswer Correct(params Correction[] corrections)
    {
        var draft = new CorrectionDraft(Id, State, Check(), options, 1);
        var answer = draft.Add(new() { Corrections = corrections, Author = "actor-1" });
        if (answer.Refusals.Count == 0 && draft.Entries.Count > 0)
            Append(PilotRecord.Revise, PilotRecord.ReviseBody(draft.Entries, registry));
        return answer;
    }

    public void Mark(IEnumerable<LateMark> marks) => Append(LateRecord.Type, LateRecord.Body(marks));

    public ApprovalAnswer Decide(ApprovalKind kind, string day, string? reason = null, string? id = null)
    {
        var act = new ApprovalAct
        {
            Id = id ?? $"act-{Records.Count}", Kind = kind, Day = Arithmetic.On(day), Reason = reason, Author = "actor-1",
        };
        var answer = ApprovalRules.Answer(act, State.Approval, Today, options);
        if (answer is null) Append(ApprovalRecord.Type, ApprovalRecord.Body(act, State.Approval));
        return answer ?? new() { Approval = State.Approval };
    }

    public ConfirmationAnswer Confirm(ConfirmationAct act)
    {
        var answer = ConfirmationRules.Answer(Id, act, State, options, out var part);
        if (answer is null) Append(ConfirmationRecord.Type, ConfirmationRecord.Body(act, part!));
        return answer ?? new() { Confirmation = State.Confirmations.Of(act.Id) };
    }

    /// <summary>What keeps changed facts from being recorded; nothing when they may be.</summary>
    public IReadOnlyList<Problem> Refused(PilotFacts facts) => FactsRules.Answer(
        facts, JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options),
        new() { Facts = [], Author = "actor-1", Reason = "agreed" }, State, registry, options)?.Problems ?? [];

    /// <summary>The same pilot with every day open again.</summary>
    public WrittenPilot Opened()
    {
        var opened = new WrittenPilot(registry, options);
        foreach (var record in Records) opened.Take(record);
        opened.Put(State.Facts! with { ClosedBefore = null });
        return opened;
    }

    public PilotState Replayed()
    {
        var state = new PilotState(Id);
        state.Replay(Records);
        return state;
    }

    public MeasurementCheck Check() =>
        new(Id, State.Shares, registry, MemberKey, Today, options);

    private void Append(string type, byte[] body)
    {
        Take(JournalRecord.After(State.Head, Registered.Now, "actor-1", type, body));
    }

    private void Take(JournalRecord record)
    {
        Records.Add(record);
        Changes = State.Apply(record);
        Duties.Refresh(State, Changes.Duties ? null : Changes.Families);
    }
}
