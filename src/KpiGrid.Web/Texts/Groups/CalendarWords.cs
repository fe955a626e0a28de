namespace KpiGrid.Web.Texts;

/// <summary>Days and periods.</summary>
internal sealed record CalendarWords
{
    public required IReadOnlyList<string> Months { get; init; }
    public required IReadOnlyList<string> MonthsShort { get; init; }
    public required string DayForm { get; init; }
    public required string DayShortForm { get; init; }
    public required string MonthForm { get; init; }
    public required string QuarterForm { get; init; }
    public required string QuarterShortForm { get; init; }
    public required string FirstHalfForm { get; init; }
    public required string SecondHalfForm { get; init; }
    public required string HalfShortForm { get; init; }
    public required string WeekForm { get; init; }
    public required string WeekShortForm { get; init; }
    public required string RangeForm { get; init; }
    public required string InstantForm { get; init; }
    public required string Period { get; init; }
    public required string Year { get; init; }
    public required string Half { get; init; }
    public required string Quarter { get; init; }
    public required string Month { get; init; }
    public required string Week { get; init; }
    public required string Day { get; init; }
    public required string Earlier { get; init; }
    public required string Later { get; init; }
    public required string Today { get; init; }
}
