namespace KpiGrid.Web.Texts;

/// <content>Municipalities and pilots.</content>
internal static partial class English
{
    public static PlacesWords Places { get; } = new()
    {
        Inhabitants = "{0} inhabitants ({1})",
        Until = "until {0}",
        PartOf = "Part of",
        Pilots = "Pilots here",
        NoPilots = "No pilot here that you may read has reported yet.",
        Start = "Start",
        PlannedEnd = "Planned end",
        ClosedBefore = "Closed before",
        Lead = "Lead",
        Budget = "Budget",
        Stages = "Stages",
        Shares = "Shares",
        SharesText = "The pilot's figures are divided by these shares; on every day they add up to the whole.",
        Share = "Share",
        From = "From",
        To = "To",
        OnlyFor = "only for {0}",
        ReplicaOf = "Repeats",
        Links = "Links",
        Tags = "Tags",
        Streams = "What it reports",
        StreamsNote = "One square per expected period of the last year: filled is reported, empty is missing, "
            + "dashed is still in progress.",
        NoStreams = "It has declared nothing to report yet. Whoever leads it reports a first figure or sends a "
            + "file.",
        LastReported = "Reported until",
        Never = "nothing yet",
        Frequency = "Expected",
        Frequencies = new Dictionary<string, string>
        {
            ["day"] = "every day",
            ["week"] = "every week",
            ["month"] = "every month",
            ["quarter"] = "every quarter",
            ["half"] = "every half-year",
            ["year"] = "every year",
            ["event"] = "when it happens",
        },
        PeriodReported = "{0}: reported",
        PeriodMissing = "{0}: not reported",
        PeriodOpen = "{0}: in progress",
        Participant = "own figures of {0}",
    };
}
