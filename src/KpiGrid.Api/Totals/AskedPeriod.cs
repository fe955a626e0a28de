namespace KpiGrid.Api.Totals;

/// <summary>One period of a question, with the days of it that are asked for.</summary>
/// <param name="Period">The whole period, which names it.</param>
/// <param name="Days">The days inside [from, to).</param>
internal sealed record AskedPeriod(Period Period, DayRange Days)
{
    public bool IsClipped => Days != Period.Range;

    /// <summary>The periods of a size in [from, to); those at the edges clipped to it.</summary>
    public static IEnumerable<AskedPeriod> Between(DateOnly from, DateOnly to, PeriodSize by)
    {
        if (from >= to) yield break;
        var asked = DayRange.Between(from, to);
        foreach (var period in Period.Between(from, to, by))
            if (period.Range.Intersect(asked) is { } days) yield return new(period, days);
    }

    /// <summary>The calendar months, clipped to the days asked.</summary>
    public IEnumerable<DayRange> Months() =>
        Between(Days.First, Days.Last.AddDays(1), PeriodSize.Month).Select(month => month.Days);
}
