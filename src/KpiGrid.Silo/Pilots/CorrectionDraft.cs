using System.Globalization;

namespace KpiGrid.Silo.Pilots;

/// <summary>One record of corrections in the making, checked against the pilot's state; all or nothing.</summary>
internal sealed class CorrectionDraft(
    PilotId pilot, PilotState state, MeasurementCheck check, PilotOptions options, long epoch)
{
    private readonly DayBook days = new(state);
    private readonly LockedFigures locked = new(state);
    private readonly HashSet<(KpiCode, MeasurementId)> seen = [];
    private readonly List<ContentChange> changes = [];

    public List<PilotEntry> Entries { get; } = [];

    public PushAnswer Add(CorrectionPush push)
    {
        var receipts = new List<Receipt>();
        var refusals = new List<Refusal>();
        for (var i = 0; i < push.Corrections.Count && refusals.Count < options.RefusalsListedMax; i++)
        {
            var refusal = Add(push.Corrections[i], receipts);
            if (refusal is not null) refusals.Add(refusal with { Index = i });
        }
        if (refusals.Count == 0) refusals.AddRange(Movers(push));
        if (refusals.Count > 0)
        {
            Entries.Clear();
            return new() { Refusals = refusals };
        }
        var sequence = state.Head.Sequence + (Entries.Count > 0 ? 1 : 0);
        return new() { Receipts = receipts, Token = new(epoch, pilot, sequence) };
    }

    /// <summary>Corrections that would move locked figures, seen once all of them are there.</summary>
    private IEnumerable<Refusal> Movers(CorrectionPush push) =>
        from at in locked.Movers(changes).Take(options.RefusalsListedMax)
        let entry = Entries[at]
        select locked.Refusal(entry.Id, (changes[at].After ?? changes[at].Before!).Days) with
        {
            Index = push.Corrections.ToList().FindIndex(correction =>
                (correction.Kpi, correction.Id, correction.Revision) == (entry.Kpi, entry.Id, entry.Revision)),
        };

    private Refusal? Add(Correction correction, List<Receipt> receipts)
    {
        if (state.Measurement(correction.Kpi, correction.Id) is not { } held)
            return Refuse(422, "id", correction.Id.Value, "measurement-unknown", "Send it as a measurement first.");
        if (IsRepeat(correction, held)) return Repeat(correction, held, receipts);
        if (!seen.Add((correction.Kpi, correction.Id)))
            return Refuse(422, "id", correction.Id.Value, "item-doubled", "Send one correction of a measurement at a time.");
        if (string.IsNullOrWhiteSpace(correction.Reason))
            return Refuse(422, "reason", correction.Reason, "reason-required", "Say why.");
        if (correction.Content is { } other && (other.Id != correction.Id || other.Kpi != correction.Kpi))
            return Refuse(422, "id", $"{other.Kpi}/{other.Id}", "content-of-another",
                $"The new content must be that of {correction.Kpi}/{correction.Id}.");
        CheckedMeasurement? accepted = null;
        if (correction.Content is { } content && (accepted = check.Check(content, out var problem)) is null)
            return new(0, 422, problem!);
        var entry = PilotEntry.Later(correction, accepted);
        if (correction.Revision <= held.Revision) return Repeat(entry, correction, held, receipts);
        return Problem(correction, held, accepted?.Content) ?? Stage(entry, held, receipts);
    }

    /// <summary>Whether the same was sent before, known before it is checked: much may have changed since.</summary>
    private bool IsRepeat(Correction correction, MeasurementState held) =>
        correction.Revision >= 2 && correction.Revision <= held.Revision
        && held.At(correction.Revision).AsSent == ContentDigest.Of(
            correction.Kind, correction.Reason, correction.Content is { } content ? check.AsSent(content) : null);

    private Refusal? Repeat(PilotEntry entry, Correction correction, MeasurementState held, List<Receipt> receipts)
    {
        if (entry.Revision < 2)
            return Refuse(422, "revision", Text(entry.Revision), "revision-too-low", "The first correction creates revision 2.");
        return held.At(entry.Revision).Digest == entry.Digest
            ? Repeat(correction, held, receipts)
            : Refuse(409, "revision", Text(entry.Revision), "revision-conflict",
                $"Revision {entry.Revision} says something else; the next one is {held.Revision + 1}.");
    }

    private Refusal? Repeat(Correction correction, MeasurementState held, List<Receipt> receipts)
    {
        var statement = held.At(correction.Revision);
        receipts.Add(Receipts.Of(
            pilot, correction.Id, statement.Content, correction.Revision, statement.Sequence, repeated: true, state.Approval));
        return null;
    }

    private Refusal? Problem(Correction correction, MeasurementState held, Content? content)
    {
        if (correction.Revision != held.Revision + 1)
            return Refuse(409, "revision", Text(correction.Revision), "revision-gap", $"The next one is {held.Revision + 1}.");
        var bringsContent = correction.Kind is not (RevisionKind.Withdrawal or RevisionKind.Restore);
        if (correction.Kind == RevisionKind.Initial || bringsContent != content is not null)
            return Refuse(422, "kind", correction.Kind.ToString().ToLowerInvariant(), "kind-and-content",
                "A correction, revision or restatement brings the new content in full; a withdrawal or restore brings none.");
        if (correction.Kind == RevisionKind.Withdrawal && !held.Counts)
            return Refuse(422, "kind", "withdrawal", "already-withdrawn", "It is withdrawn already.");
        if (correction.Kind == RevisionKind.Restore && held.Counts)
            return Refuse(422, "kind", "restore", "not-withdrawn", "Only a withdrawn measurement can be restored.");
        if ((LockedPeriods.Refusal(state.Approval, held.Now.Days)
            ?? LockedPeriods.Refusal(state.Approval, (content ?? held.Now).Days)) is { } refusal) return refusal;
        if (held.Counts) days.Free(held.Now);
        if (correction.Kind == RevisionKind.Withdrawal) return null;
        return days.Problem(correction.Id, content ?? held.Now, isCorrection: true) is { } taken
            ? new(0, taken.Status, taken.Problem)
            : null;
    }

    private Refusal? Stage(PilotEntry entry, MeasurementState held, List<Receipt> receipts)
    {
        var content = entry.Content ?? held.Now;
        if (entry.Kind != RevisionKind.Withdrawal) days.Take(entry.Id, content);
        Entries.Add(entry);
        changes.Add(new(entry.Id, held.Counts ? held.Now : null, entry.Kind == RevisionKind.Withdrawal ? null : content));
        receipts.Add(Receipts.Of(
            pilot, entry.Id, content, entry.Revision, state.Head.Sequence + 1, repeated: false, state.Approval));
        return null;
    }

    private static Refusal Refuse(int status, string field, string? value, string code, string remedy) =>
        new(0, status, new(field, value, code, remedy));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
