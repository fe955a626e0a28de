namespace KpiGrid.Silo.Pilots;

/// <summary>What was reported of days that are submitted, approved or closed stands as it is.</summary>
internal static class LockedPeriods
{
    /// <summary>Why something may not be said of these days; null when it may.</summary>
    /// <remarks>
    /// The last of them decides: on that one a measurement is booked, so a year's figure is taken though its first quarter is
    /// approved, unless it would move that quarter (<see cref="LockedFigures"/>).
    /// </remarks>
    public static Refusal? Refusal(Approval approval, DayRange days) => approval.Of(days) switch
    {
        PeriodStatus.Closed => Refused(days, "period-closed", $"Periods before {approval.ClosedBefore:yyyy-MM-dd} are closed: "
            + "report it in a later one, or ask a coordinator to re-open them (closedBefore of the pilot)."),
        PeriodStatus.Approved => Refused(days, "period-approved", $"Periods before {approval.ApprovedBefore:yyyy-MM-dd} are "
            + "approved: report it in a later one, or ask a coordinator to re-open them (POST …/approval, act reopen)."),
        PeriodStatus.Submitted => Refused(days, "period-submitted", $"Periods before {approval.SubmittedBefore:yyyy-MM-dd} are "
            + "submitted: let the pilot's lead recall them first (POST …/approval, act recall)."),
        _ => null,
    };

    private static Refusal Refused(DayRange days, string code, string remedy) =>
        new(0, 409, new("period", days.ToString(), code, remedy));
}
