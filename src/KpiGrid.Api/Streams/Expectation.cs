namespace KpiGrid.Api.Streams;

/// <summary>What was expected of a KPI stream in the last year, and what came.</summary>
internal static class Expectation
{
    /// <summary>The expected periods that overlap the last year up to a day; none for what comes when it
    /// happens.</summary>
    public static IEnumerable<ExpectedPeriod> Periods(Duty duty, Frequency frequency, DateOnly today)
    {
        if (!PeriodSizes.TryParse(frequency.Text(), out var size)) return [];
        return Period.Between(today.AddYears(-1).AddDays(1), today.AddDays(1), size)
            .Where(period => duty.IsExpected(period.Range))
            .Select(period => new ExpectedPeriod(period.ToString(), duty.IsReported(period.Range),
                period.Last >= today));
    }

    /// <summary>One duty a stream, whatever municipalities it is for.</summary>
    public static IReadOnlyList<Duty> ByStream(IEnumerable<Duty> duties) =>
        [.. duties.GroupBy(duty => duty.Stream)
            .Select(group => group.First() with
            {
                Expected = [.. group.SelectMany(duty => duty.Expected).Distinct().Order()],
                Reported = [.. group.SelectMany(duty => duty.Reported).Distinct()],
            })
            .OrderBy(duty => duty.Stream.ToString(), StringComparer.Ordinal)];
}
