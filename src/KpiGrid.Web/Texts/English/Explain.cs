namespace KpiGrid.Web.Texts;

/// <content>What is behind a number.</content>
internal static partial class English
{
    public static ExplainWords Explain { get; } = new()
    {
        Title = "What is behind the number",
        Intro = "Every measurement that is part of this number. The parts listed add up to the total.",
        IntroDistinct = "Every measurement that is part of this number. Somebody named in several of them counts "
            + "once.",
        Quotient = "{0} divided by {1}",
        Nothing = "No measurement is part of this number.",
        Measurement = "Measurement",
        Pilot = "Pilot",
        Period = "Period",
        Sent = "As sent",
        Part = "Part of this number",
        Share = "Share",
        Obtained = "How obtained",
        Recorded = "Recorded",
        Revision = "revision {0}",
        OneRevision = "first statement",
        By = "by {0}",
        Reason = "Reason: {0}",
        Note = "Note: {0}",
        Evidence = "Evidence",
        OnBehalf = "on behalf of {0}",
        HiddenText = "{0} measurements of {1} pilots are part of the total and hidden: your access does not "
            + "reach them.",
        HiddenPart = "Together they come to {0}.",
        AsJson = "The same as JSON",
        Total = "Total",
        Members = "{0} named",
        Reading = "running total {0}",
        Rules = new Dictionary<string, string>
        {
            ["own"] = "a participant's own figure",
            ["control-total"] = "part of a weighed total that was kept",
            ["replaced-part"] = "part of an estimate that participants replaced",
            ["in-conflict"] = "in conflict with another figure",
        },
        RevisionKinds = new Dictionary<string, string>
        {
            ["initial"] = "first statement",
            ["correction"] = "correction",
            ["revision"] = "better data",
            ["restatement"] = "restated",
            ["withdrawal"] = "withdrawn",
            ["restore"] = "restored",
        },
        Kinds = new Dictionary<string, string>
        {
            ["flow"] = "Amounts of the days are added.",
            ["event-count"] = "Events are counted and added.",
            ["ratio"] = "Numerators and denominators are added first, then divided.",
            ["stock"] = "A value holds until the next one; shown is the one in force on the last day.",
            ["level"] = "Values are weighted and added, then divided by the weights in force on the last day.",
            ["score"] = "Shown is how often each stage stands on the last day, and the lower median.",
            ["distinct"] = "Everybody named counts once, however often.",
        },
    };
}
