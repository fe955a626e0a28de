namespace KpiGrid.Web.Texts;

/// <content>Which periods of a pilot may still change.</content>
internal static partial class English
{
    public static ApprovalWords Approval { get; } = new()
    {
        Title = "Open and approved periods",
        Levels =
        [
            "Nobody has to approve what is reported.",
            "What the lead submits is approved and locked; a coordinator re-opens it.",
            "The lead submits, a coordinator approves; what is approved is locked until a coordinator re-opens it.",
        ],
        Statuses = new Dictionary<string, string>
        {
            ["open"] = "open", ["submitted"] = "submitted", ["approved"] = "approved", ["closed"] = "closed",
        },
        Buttons = new Dictionary<string, string>
        {
            ["submit"] = "Submit everything before this day", ["recall"] = "Recall from this day on",
            ["approve"] = "Approve everything before this day", ["reopen"] = "Re-open from this day on",
        },
        Told = new Dictionary<string, string>
        {
            ["submit"] = "Submitted before {0}", ["recall"] = "Recalled from {0} on",
            ["approve"] = "Approved before {0}", ["reopen"] = "Re-opened from {0} on",
        },
        Day = "First open day",
        Note = "Re-opening needs a reason.",
        DayWrong = "Give a day.",
        Wrong = new Dictionary<string, string>
        {
            ["day-not-over"] = "Only what is over can be submitted.",
            ["already-submitted"] = "That is submitted already.",
            ["already-approved"] = "That is approved already.",
            ["not-submitted"] = "Nothing of that is submitted.",
            ["period-approved"] = "That is approved: a coordinator re-opens it.",
            ["approval-not-asked"] = "This pilot does not ask for it.",
            ["reason-required"] = "Say why.",
        },
    };
}
