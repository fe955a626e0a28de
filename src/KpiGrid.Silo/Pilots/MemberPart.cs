namespace KpiGrid.Silo.Pilots;

/// <summary>What a measurement gives to a participant.</summary>
internal sealed record MemberPart(Amount A, Amount B, string Unit)
{
    /// <summary>As figures are settled now; null when it gives nothing.</summary>
    public static MemberPart? Of(PilotId pilot, ConfirmationAct act, Content content, PilotState state)
    {
        var question = new ExplainQuestion { Days = content.Days };
        var line = SettledLines.Of(pilot, act.Kpi, state.Counting(content.Family), state.Shares, question)
            .FirstOrDefault(line => line.Id == act.Measurement);
        return line?.Parts.FirstOrDefault(part => part.Municipality == act.Municipality) is { } part
            ? new(part.A, part.B, content.Unit)
            : null;
    }
}
