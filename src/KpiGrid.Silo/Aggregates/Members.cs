namespace KpiGrid.Silo.Aggregates;

/// <summary>A region's dated members.</summary>
internal sealed class Members
{
    private static readonly IReadOnlyList<DayRange> Never = [];

    private readonly Dictionary<MunicipalityId, IReadOnlyList<DayRange>> days;

    public Members(RegionFacts facts) => days = facts.Members
        .GroupBy(member => member.Municipality)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<DayRange>)
            [.. group.Select(member => DayRange.Between(member.From, member.To)).Order()]);

    /// <summary>The days on which a municipality is a member.</summary>
    public IReadOnlyList<DayRange> DaysOf(MunicipalityId municipality) => days.GetValueOrDefault(municipality, Never);

    /// <summary>
    /// What a column of a member adds to the region: flows booked on member days; a standing value joins on the first day
    /// with what is in force, follows its changes, and leaves on the day after the last.
    /// </summary>
    public static IEnumerable<(DayRange Days, CellValue Value)> Clip(
        DayColumn column, bool standing, IReadOnlyList<DayRange> memberDays)
    {
        foreach (var stay in memberDays)
        {
            if (standing && column.UpTo(stay.First) is var joining && joining != CellValue.None)
                yield return (DayRange.Of(stay.First), joining);
            foreach (var (days, value) in column.Cells)
                if (stay.Contains(days.Last) && !(standing && days.Last == stay.First)) yield return (days, value);
            if (standing && stay.Last < DateOnly.MaxValue && column.UpTo(stay.Last) is var leaving && leaving != CellValue.None)
                yield return (DayRange.Of(stay.Last.AddDays(1)), CellValue.None - leaving);
        }
    }
}
