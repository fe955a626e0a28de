namespace KpiGrid.Silo.Pilots;

/// <summary>What was reported before the day to which a pilot's periods are closed stands as it is.</summary>
internal static class ClosedPeriods
{
    /// <summary>Why something may not be said of these days; null when it may.</summary>
    /// <remarks>Days are closed with the last of them: on that one a measurement is booked.</remarks>
    public static Refusal? Refusal(PilotFacts? facts, DayRange days) =>
        facts?.ClosedBefore is not { } open || days.Last >= open ? null
        : new(0, 409, new("period", days.ToString(), "period-closed",
            $"Periods before {open:yyyy-MM-dd} are closed: report it in a later one, or ask a coordinator to re-open them "
            + "(closedBefore of the pilot)."));
}
