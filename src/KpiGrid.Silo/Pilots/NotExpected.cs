namespace KpiGrid.Silo.Pilots;

/// <summary>The days on which nothing is expected of a KPI stream, because what it counts was said not to occur.</summary>
internal static class NotExpected
{
    /// <summary>From the day after each such reason until the next report of anything else begins; disjoint, in order.</summary>
    public static IReadOnlyList<DayRange> After(IEnumerable<DayRange> notOccurring, IEnumerable<DayRange> others)
    {
        var reports = others.Order().ToArray();
        var begins = Earliest(reports);
        return
        [
            .. notOccurring.Select(ended => ended.Last.AddDays(1))
                .Select(first => (First: first, Again: begins[FirstAt(reports, first)]))
                .Where(days => days.First < days.Again)
                .GroupBy(days => days.Again, days => days.First)
                .Select(days => new DayRange(days.Min(), days.Key == DateOnly.MaxValue ? days.Key : days.Key.AddDays(-1)))
                .Order(),
        ];
    }

    /// <summary>Days without those on which nothing is expected.</summary>
    public static IEnumerable<DayRange> TakenFrom(IEnumerable<DayRange> days, IReadOnlyList<DayRange> notExpected) =>
        notExpected.Aggregate(days, (left, gone) => left.SelectMany(range => range.Without(gone)));

    /// <summary>The earliest first day of each report and all that end after it; after the last one never.</summary>
    private static DateOnly[] Earliest(DayRange[] reports)
    {
        var begins = new DateOnly[reports.Length + 1];
        begins[^1] = DateOnly.MaxValue;
        for (var i = reports.Length - 1; i >= 0; i--)
            begins[i] = reports[i].First < begins[i + 1] ? reports[i].First : begins[i + 1];
        return begins;
    }

    /// <summary>The first report that ends on a day or after it.</summary>
    private static int FirstAt(DayRange[] reports, DateOnly day)
    {
        var at = Array.BinarySearch(reports, new DayRange(DateOnly.MinValue, day));
        return at < 0 ? ~at : at;
    }
}
