using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Pilots;

/// <summary>
/// One record in the making: pushes are checked against the pilot's state and against what the record already holds, each
/// push all or nothing unless it says that its good part will do.
/// </summary>
internal sealed class PushDraft(PilotId pilot, PilotState state, MeasurementCheck check, PilotOptions options, long epoch)
{
    private readonly Dictionary<(KpiCode, MeasurementId), CheckedMeasurement> staged = [];
    private readonly DayBook days = new(state);

    public List<PilotEntry> Entries { get; } = [];

    private long Sequence => state.Head.Sequence + 1;

    /// <summary>Adds a push; its answer holds good once the record is committed.</summary>
    public PushAnswer Add(Push push)
    {
        var receipts = new List<Receipt>(push.Measurements.Count);
        var refusals = new List<Refusal>();
        var mine = new List<CheckedMeasurement>();
        var refusalsMax = push.Partial ? int.MaxValue : options.RefusalsListedMax;
        for (var i = 0; i < push.Measurements.Count && refusals.Count < refusalsMax; i++)
        {
            if (Add(push.Measurements[i], mine, receipts) is { } refusal) refusals.Add(refusal with { Index = i });
        }
        if (refusals.Count > 0 && !push.Partial) return Undo(mine, refusals);
        Entries.AddRange(mine.Select(PilotEntry.First));
        var isPending = receipts.Exists(receipt => receipt.Sequence == Sequence);
        return new()
        {
            Receipts = receipts,
            Refusals = refusals,
            Token = new(epoch, pilot, isPending ? Sequence : state.Head.Sequence),
        };
    }

    /// <summary>A repeat is known before anything is checked: definition and shares may have changed since.</summary>
    private Refusal? Add(Measurement sent, List<CheckedMeasurement> mine, List<Receipt> receipts)
    {
        var known = Known(sent);
        if (known is { } same && same.Content.AsSent == check.AsSent(sent)) return Repeat(sent, same, receipts);
        if (check.Check(sent, out var problem) is not { } accepted) return new(0, 422, problem!);
        if (known is { } held)
            return held.Content.Digest == accepted.Content.Digest
                ? Repeat(sent, held, receipts)
                : new(0, 409, IdConflict(accepted, held.Content));
        if (LockedPeriods.Refusal(state.Approval, accepted.Content.Days) is { } locked) return locked;
        if (DayProblem(accepted) is { } taken) return taken;
        Stage(accepted, mine);
        receipts.Add(Receipts.Of(pilot, sent.Id, accepted.Content, 1, Sequence, repeated: false, state.Approval));
        return null;
    }

    private (Content Content, long Sequence)? Known(Measurement sent) =>
        staged.TryGetValue((sent.Kpi, sent.Id), out var earlier) ? (earlier.Content, Sequence)
        : state.Measurement(sent.Kpi, sent.Id) is { } held ? (held.Initial, held.Sequence)
        : null;

    private Refusal? DayProblem(CheckedMeasurement accepted) =>
        days.Problem(accepted.Sent.Id, accepted.Content) is { } taken ? new(0, taken.Status, taken.Problem)
        : days.IsNewStream(accepted.Content) && days.Streams >= options.KpiStreamsMax
            ? new(0, 422, new("kpi", accepted.Content.Stream(pilot).ToString(), "kpi-streams-too-many",
                $"A pilot has at most {options.KpiStreamsMax} KPI streams."))
            : null;

    private void Stage(CheckedMeasurement accepted, List<CheckedMeasurement> mine)
    {
        staged.Add((accepted.Sent.Kpi, accepted.Sent.Id), accepted);
        days.Take(accepted.Sent.Id, accepted.Content);
        mine.Add(accepted);
    }

    private PushAnswer Undo(List<CheckedMeasurement> mine, List<Refusal> refusals)
    {
        foreach (var accepted in mine)
        {
            staged.Remove((accepted.Sent.Kpi, accepted.Sent.Id));
            days.Release(accepted.Content);
        }
        return new() { Refusals = refusals };
    }

    private Refusal? Repeat(Measurement sent, (Content Content, long Sequence) known, List<Receipt> receipts)
    {
        receipts.Add(Receipts.Of(pilot, sent.Id, known.Content, 1, known.Sequence, repeated: true, state.Approval));
        return null;
    }

    private static Problem IdConflict(CheckedMeasurement accepted, Content known) => new(
        "id", accepted.Sent.Id.Value, "id-conflict",
        $"This id holds {Receipts.Text(known)} for {known.Days}; {Receipts.Text(accepted.Content)} for "
        + $"{accepted.Content.Days} was sent. Send a correction, or another id.");
}
