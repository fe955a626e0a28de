namespace KpiGrid.Web.Texts;

/// <summary>Pilots and places side by side.</summary>
internal sealed record CompareWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string From { get; init; }
    public required string Members { get; init; }
    public required string ChooseKpi { get; init; }
    public required string Pilots { get; init; }
    public required string Places { get; init; }
    public required string Search { get; init; }
    public required string SearchHint { get; init; }
    public required string Nothing { get; init; }
    public required string NothingRemedy { get; init; }
    public required string NoPilots { get; init; }
    public required string Show { get; init; }
    public required string Change { get; init; }
    public required string Per { get; init; }
    public required string Absolute { get; init; }
    public required string Inhabitant { get; init; }
    public required string Budget { get; init; }
    public required string Area { get; init; }
    public required string Clock { get; init; }
    public required string Calendar { get; init; }
    public required string PilotClock { get; init; }
    public required string Currency { get; init; }
    public required string AsPaid { get; init; }
    public required string Rate { get; init; }
    public required string RateSample { get; init; }
    public required string RankingTitle { get; init; }
    public required string SideBySideTitle { get; init; }
    public required string Ranked { get; init; }
    public required string NotRanked { get; init; }
    public required string Compared { get; init; }
    public required string ComparedMonths { get; init; }
    public required string Rank { get; init; }
    public required string Shared { get; init; }
    public required string Amount { get; init; }
    public required string DividedBy { get; init; }
    public required string Small { get; init; }
    public required string NoDenominator { get; init; }
    public required string NotConverted { get; init; }
    public required string SpreadTitle { get; init; }
    public required string SpreadNote { get; init; }
    public required string Median { get; init; }
    public required string Low { get; init; }
    public required string High { get; init; }
    public required string Count { get; init; }
    public required string EachTitle { get; init; }
    public required string EachNote { get; init; }
    public required string Scale { get; init; }
    public required string NothingExpected { get; init; }
    public required string Hidden { get; init; }
    public required string PerForm { get; init; }
    public required string Inhabitants { get; init; }
    public required string ReplicaOf { get; init; }
    public required string Link { get; init; }
    public required string LinkMembers { get; init; }

    /// <summary>Why lines are not ranked, by the code of the API.</summary>
    public required IReadOnlyDictionary<string, string> Reasons { get; init; }

    /// <summary>Why there is no comparison, by the code of the API.</summary>
    public required IReadOnlyDictionary<string, string> Refusals { get; init; }
}
