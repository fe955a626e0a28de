namespace KpiGrid.Web.Texts;

/// <content>Targets of a region, and who is late.</content>
internal static partial class English
{
    public static RoundsWords Rounds { get; } = new()
    {
        Title = "Targets, rounds and editions",
        Targets = "Targets",
        NoTargets = "No target is set yet. A coordinator of this region sets one here.",
        Kpi = "Indicator",
        Wanted = "Wanted",
        WantedForm = "{0} in {1}",
        Actual = "So far",
        Status = "Status",
        PartForm = "Target {0}: at {1} %",
        PartLabel = "{0} % of what is wanted",
        Method = "What is wanted by a day lies on a straight line between the values named; amounts that add up are wanted "
            + "evenly over the days of their period. On track from 95 % of the way wanted by then, behind from 60 %.",
        Statuses = new Dictionary<string, string>
        {
            ["not-due"] = "no figures due yet",
            ["no-value"] = "no value by {0}",
            ["reached"] = "reached",
            ["on-track"] = "on track by {0}",
            ["behind"] = "behind by {0}",
            ["far-behind"] = "far behind by {0}",
            ["away"] = "moving away by {0}",
        },
        Set = "Set a target",
        SetNote = "A target of the same indicator and period is replaced; others stay. The one before stays in the history. "
            + "Baseline and currency may be left empty.",
        Period = "Period",
        Value = "Value",
        Currency = "Currency (for money)",
        BaselinePeriod = "Baseline: period",
        BaselineValue = "Baseline: value",
        Reason = "Reason (for a change)",
        KpiWrong = "Choose an indicator.",
        PeriodWrong = "Write a period such as 2027, 2027-Q1 or 2027-03.",
        ValueWrong = "Write a number such as {0}.",
        CurrencyWrong = "Write the currency of money as three letters, such as EUR.",
        BaselineWrong = "A baseline ends before every target does.",
        ReasonWrong = "Say why it changes.",
        ChangedMeanwhile = "Somebody else changed it meanwhile: look at it again.",
        OtherWrong = "{0}: {1}",
        Late = "Past the due date",
        LateForm = "{0} missing, due by {1}, {2} working days ago",
    };
}
