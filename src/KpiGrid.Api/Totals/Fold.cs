namespace KpiGrid.Api.Totals;

/// <summary>Adds up sums of the same period.</summary>
internal static class Fold
{
    /// <summary>Of distinct municipalities: their coverage adds.</summary>
    public static PeriodSum Add(DayRange days, IEnumerable<PeriodSum> sums) => Merge(days, sums, Total);

    /// <summary>Of several pilots in one municipality: it has reported when everything expected of it has.</summary>
    public static PeriodSum MergeSameMunicipality(DayRange days, IEnumerable<PeriodSum> sums) =>
        Merge(days, sums, Same);

    /// <summary>Adds period by period.</summary>
    public static IReadOnlyList<PeriodSum> AddAll(
        IReadOnlyList<DayRange> periods, IReadOnlyCollection<IReadOnlyList<PeriodSum>> all) =>
        [.. periods.Select((days, index) => Add(days, all.Select(sums => sums[index])))];

    /// <summary>Merges period by period.</summary>
    public static IReadOnlyList<PeriodSum> MergeAllOfSameMunicipality(
        IReadOnlyList<DayRange> periods, IReadOnlyCollection<IReadOnlyList<PeriodSum>> all) =>
        [.. periods.Select((days, index) => MergeSameMunicipality(days, all.Select(sums => sums[index])))];

    private static PeriodSum Merge(
        DayRange days, IEnumerable<PeriodSum> sums, Func<IReadOnlyList<Coverage>, Coverage> coverage)
    {
        var all = sums.ToList();
        return new()
        {
            Days = days,
            Buckets = Buckets(all),
            Members = [.. all.SelectMany(sum => sum.Members).Distinct().Order()],
            Numbers = [.. all.SelectMany(sum => sum.Numbers).DistinctBy(number => number.Input)
                .OrderBy(number => number.Input)],
            Marks = [.. all.SelectMany(sum => sum.Marks).Distinct().Order(StringComparer.Ordinal)],
            Coverage = coverage([.. all.Select(sum => sum.Coverage)]),
        };
    }

    private static IReadOnlyList<Bucket> Buckets(IEnumerable<PeriodSum> sums)
    {
        var values = new Dictionary<Bucket, CellValue>();
        foreach (var bucket in sums.SelectMany(sum => sum.Buckets))
        {
            var key = bucket with { Value = CellValue.None };
            values[key] = values.GetValueOrDefault(key) + bucket.Value;
        }
        return [.. values.Where(pair => pair.Value != CellValue.None)
            .Select(pair => pair.Key with { Value = pair.Value })
            .OrderBy(bucket => bucket.Series)
            .ThenBy(bucket => bucket.Class?.Value, StringComparer.Ordinal)
            .ThenBy(bucket => bucket.Currency, StringComparer.Ordinal)
            .ThenBy(bucket => bucket.Flag)
            .ThenBy(bucket => bucket.Provisional)];
    }

    private static Coverage Total(IReadOnlyList<Coverage> parts) =>
        new(parts.Sum(part => part.Reported), parts.Sum(part => part.Expected), Oldest(parts), Met(parts),
            parts.Sum(part => part.Approved));

    private static Coverage Same(IReadOnlyList<Coverage> parts)
    {
        var expecting = parts.Where(part => part.Expected > 0).ToList();
        return expecting.Count == 0
            ? new(0, 0, Oldest(parts), Met(parts))
            : new(expecting.Min(part => part.Reported), expecting.Max(part => part.Expected), Oldest(parts), Met(parts),
                expecting.Min(part => part.Approved));
    }

    private static Meetings Met(IEnumerable<Coverage> parts) =>
        parts.Aggregate(Meetings.None, (rules, part) => rules | part.Meetings);

    private static DateOnly? Oldest(IEnumerable<Coverage> parts) => parts.Min(part => part.OldestInput);
}
