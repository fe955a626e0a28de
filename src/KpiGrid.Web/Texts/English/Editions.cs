namespace KpiGrid.Web.Texts;

/// <content>Numbers frozen, and what changed since.</content>
internal static partial class English
{
    public static EditionsWords Editions { get; } = new()
    {
        Title = "Edition {0}",
        List = "Editions",
        None = "No numbers have been frozen yet.",
        ListForm = "Edition {0}, as known on {1}",
        Lead = "{0}: the numbers as known on {1}, recorded on {2}. They never change.",
        Hash = "Hash, checked for this page",
        Changed = "Changed since that edition",
        ChangedForm = "{0} of {1} numbers are no longer as they were.",
        Unchanged = "Nothing: every number still stands.",
        Numbers = "The numbers",
        Place = "Place",
        Kpi = "Indicator",
        Period = "Period",
        Was = "Then",
        Now = "Now",
        By = "Change",
        Why = "Why",
        Value = "Value",
        Reported = "Reported",
        NotAMeasurement = "No measurement: shares, members or the definition.",
        RevisionForm = "{0}: {1} to {2}, {3} on {4}",
        More = "{0} more",
        Hidden = "{0} numbers of members are not shown to you.",
        Kinds = new Dictionary<string, string>
        {
            ["initial"] = "reported later",
            ["correction"] = "corrected",
            ["revision"] = "better data",
            ["restatement"] = "restated",
            ["withdrawal"] = "withdrawn",
            ["restore"] = "restored",
        },
    };
}
