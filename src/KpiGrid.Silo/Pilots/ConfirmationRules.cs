namespace KpiGrid.Silo.Pilots;

/// <summary>What an act must satisfy. It moves no sum, so it may be of days that are approved or closed.</summary>
internal static class ConfirmationRules
{
    /// <summary>The answer when an act needs no record: a refusal, or the same act again; else null, and what it is about.</summary>
    public static ConfirmationAnswer? Answer(
        PilotId pilot, ConfirmationAct act, PilotState state, PilotOptions options, out MemberPart? part)
    {
        part = null;
        if (act.Check() is { Count: > 0 } problems) return new() { Problems = problems, Status = 422 };
        if (state.Confirmations.Of(act.Id) is { } known) return Known(act, known);
        if (state.Confirmations.Count >= options.ConfirmationsMax)
            return Refused("id", act.Id, "confirmations-too-many", $"A pilot has at most {options.ConfirmationsMax} confirmations.");
        if (state.Measurement(act.Kpi, act.Measurement) is not { } held)
            return Refused("measurement", act.Measurement.ToString(), "measurement-unknown", "Name a measurement of this KPI.", 404);
        if (Refusal(act, held) is { } refusal) return refusal;
        part = MemberPart.Of(pilot, act, held.Now, state);
        return part is not null ? null : Refused("municipality", act.Municipality.Value, "no-part",
            "Nothing of this measurement is counted for it: it has no share on that day, or reports its own.");
    }

    private static ConfirmationAnswer Known(ConfirmationAct act, Confirmation known) => known.Act == act
        ? new() { Confirmation = known, Repeated = true }
        : Refused("id", act.Id, "id-conflict", $"This id holds: {known.Act.Kind.Text()} {known.Act.Kpi} {known.Act.Measurement} "
            + $"for {known.Act.Municipality}. Use another one for another act.");

    private static ConfirmationAnswer? Refusal(ConfirmationAct act, MeasurementState held) =>
        act.Revision != held.Revision ? Refused("revision", $"{act.Revision}", "revision-not-current",
            $"It is at revision {held.Revision}: look at that one and say so again.")
        : !held.Counts ? Refused("measurement", act.Measurement.ToString(), "withdrawn", "It is withdrawn and counts for nobody.")
        : !held.Now.IsOnBehalf ? Refused("measurement", act.Measurement.ToString(), "not-on-behalf",
            "Only what was reported on behalf of participants (onBehalfOf) is theirs to confirm.")
        : null;

    private static ConfirmationAnswer Refused(string field, string value, string code, string remedy, int status = 409) =>
        ConfirmationAnswer.Refused(status, new(field, value, code, remedy));
}
