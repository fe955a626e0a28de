namespace KpiGrid.Web.Texts;

/// <content>What was reported on behalf of participants, and what they say of it.</content>
internal static partial class English
{
    public static ConfirmationsWords Confirmations { get; } = new()
    {
        Title = "Reported on behalf of participants",
        Waiting = "Parts that wait for a confirmation: {0}",
        NoneWaiting = "Nothing waits for a confirmation.",
        More = "{0} older figures are not shown.",
        Hidden = "{0} figures are hidden: your access does not reach them.",
        Key = "Key from {0} on: {1}",
        KeyOfKpi = "Key of {2} from {0} on: {1}",
        Rules = new Dictionary<string, string>
        {
            ["whole"] = "{0} is split by the key; nobody reports a figure of their own.",
            ["control-total"] = "Control total {0}: participants report {1} of it themselves, the remaining {2} is split again.",
            ["replaced-part"] = "What participants report themselves stands in place of {1} of the estimate {0}; {2} of it counts.",
            ["in-conflict"] = "{0} stands with its split by the key; what participants report themselves does not agree with it.",
        },
        Statuses = new Dictionary<string, string>
        {
            ["waiting"] = "waits for a confirmation",
            ["confirmed"] = "confirmed",
            ["disputed"] = "disputed",
            ["superseded"] = "waits again: what was said is no longer about this part",
        },
        Told = new Dictionary<string, string>
        {
            ["confirm"] = "Confirmed by {0} on {1}: {2} at revision {3}",
            ["dispute"] = "Disputed by {0} on {1}: {2} at revision {3}",
        },
        Confirm = "Confirm",
        Dispute = "Dispute",
        Why = "What is wrong",
        Wrong = new Dictionary<string, string>
        {
            ["reason-required"] = "Say what is wrong with it.",
            ["revision-not-current"] = "It has been corrected since you looked at it: look at it again.",
            ["withdrawn"] = "It has been withdrawn.",
            ["no-part"] = "Nothing of it counts for this municipality any more.",
            ["own-figure"] = "You have reported or corrected it yourself: somebody else confirms it.",
            ["not-allowed"] = "You do not speak for this municipality.",
        },
    };
}
