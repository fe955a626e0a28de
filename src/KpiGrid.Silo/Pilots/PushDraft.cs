using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Pilots;

/// <summary>
/// One record in the making: pushes are checked against the pilot's state and against what the record already holds, each
/// push all or nothing unless it says that its good part will do.
/// </summary>
internal sealed class PushDraft(PilotId pilot, PilotState state, MeasurementCheck check, PilotOptions options, long epoch)
{
    /// <summary>After so many passes a push that still moves locked figures is refused in full.</summary>
    private const int PassesMax = 4;

    private readonly Dictionary<(KpiCode, MeasurementId), CheckedMeasurement> staged = [];
    private readonly DayBook days = new(state);
    private readonly LockedFigures locked = new(state);

    public List<PilotEntry> Entries { get; } = [];

    private long Sequence => state.Head.Sequence + 1;

    /// <summary>Adds a push; its answer holds good once the record is committed.</summary>
    /// <remarks>
    /// What would move locked figures is known once all of it is there, and it may be what kept other measurements of the push
    /// out: without it the push is gone through again.
    /// </remarks>
    public PushAnswer Add(Push push)
    {
        HashSet<(KpiCode, MeasurementId)> movers = [];
        for (var pass = 1; ; pass++)
        {
            var mine = new List<CheckedMeasurement>();
            var answer = Add(push, movers, mine);
            ContentChange[] changes = [.. mine.Select(accepted => new ContentChange(accepted.Sent.Id, null, accepted.Content))];
            var found = locked.Movers(changes);
            if (found.Count == 0)
            {
                Entries.AddRange(mine.Select(PilotEntry.First));
                locked.Take(changes);
                return answer;
            }
            movers.UnionWith(pass < PassesMax ? found.Select(at => Key(mine[at].Sent)) : push.Measurements.Select(Key));
            Release(mine);
        }
    }

    private PushAnswer Add(Push push, HashSet<(KpiCode, MeasurementId)> movers, List<CheckedMeasurement> mine)
    {
        var receipts = new List<Receipt>(push.Measurements.Count);
        var refusals = new List<Refusal>();
        var refusalsMax = push.Partial ? int.MaxValue : options.RefusalsListedMax;
        for (var i = 0; i < push.Measurements.Count && refusals.Count < refusalsMax; i++)
        {
            if (Add(push.Measurements[i], movers, mine, receipts) is { } refusal) refusals.Add(refusal with { Index = i });
        }
        if (refusals.Count > 0 && !push.Partial)
        {
            Release(mine);
            return new() { Refusals = refusals };
        }
        var isPending = receipts.Exists(receipt => receipt.Sequence == Sequence);
        return new()
        {
            Receipts = receipts,
            Refusals = refusals,
            Token = new(epoch, pilot, isPending ? Sequence : state.Head.Sequence),
        };
    }

    /// <summary>A repeat is known before anything is checked: definition and shares may have changed since.</summary>
    private Refusal? Add(
        Measurement sent, HashSet<(KpiCode, MeasurementId)> movers, List<CheckedMeasurement> mine, List<Receipt> receipts)
    {
        var known = Known(sent);
        if (known is { } same && same.Content.AsSent == check.AsSent(sent)) return Repeat(sent, same, receipts);
        if (check.Check(sent, out var problem) is not { } accepted) return new(0, 422, problem!);
        if (known is { } held)
            return held.Content.Digest == accepted.Content.Digest
                ? Repeat(sent, held, receipts)
                : new(0, 409, IdConflict(accepted, held.Content));
        if (LockedPeriods.Refusal(state.Approval, accepted.Content.Days) is { } refusal) return refusal;
        if (movers.Contains(Key(sent))) return locked.Refusal(sent.Id, accepted.Content.Days);
        if (DayProblem(accepted) is { } taken) return taken;
        Stage(accepted, mine);
        receipts.Add(Receipts.Of(pilot, sent.Id, accepted.Content, 1, Sequence, repeated: false, state.Approval));
        return null;
    }

    private (Content Content, long Sequence)? Known(Measurement sent) =>
        staged.TryGetValue(Key(sent), out var earlier) ? (earlier.Content, Sequence)
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
        staged.Add(Key(accepted.Sent), accepted);
        days.Take(accepted.Sent.Id, accepted.Content);
        mine.Add(accepted);
    }

    private void Release(List<CheckedMeasurement> mine)
    {
        foreach (var accepted in mine)
        {
            staged.Remove(Key(accepted.Sent));
            days.Release(accepted.Content);
        }
        mine.Clear();
    }

    private static (KpiCode, MeasurementId) Key(Measurement sent) => (sent.Kpi, sent.Id);

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
