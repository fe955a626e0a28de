namespace KpiGrid.Api.Disclosure;

/// <summary>What a reporter has of a KPI in each reporting period, now or as of an instant.</summary>
/// <param name="Reporter">Who.</param>
/// <param name="IsOwn">Whether the caller is one of its people.</param>
/// <param name="Then">The buckets by period, as of the instant asked for.</param>
/// <param name="Now">As they stand.</param>
internal sealed record ReportedAmounts(
    Reporter Reporter, bool IsOwn, IReadOnlyDictionary<DayRange, IReadOnlyList<Bucket>> Then,
    IReadOnlyDictionary<DayRange, IReadOnlyList<Bucket>> Now)
{
    public bool IsRevised(DayRange period) => !Then[period].ToHashSet().SetEquals(Now[period]);

    public CellValue Of(DayRange period, ClassId? @class) => Then[period]
        .Where(bucket => @class is null || bucket.Class == @class)
        .Aggregate(CellValue.None, (sum, bucket) => sum + bucket.Value);

    public bool HasAnything(DayRange period) => Then[period].Any(bucket => bucket.Value.A.Sign != 0 || bucket.Value.B.Sign != 0);
}
