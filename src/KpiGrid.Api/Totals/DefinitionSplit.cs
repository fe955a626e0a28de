namespace KpiGrid.Api.Totals;

/// <summary>
/// A total split by definition: one line for each series of definition versions that add up, named by its first version. A
/// period that was reported under both the old and the new one has a value in either line, and they are never added.
/// </summary>
internal static class DefinitionSplit
{
    /// <summary>What a question asks for it by.</summary>
    public const string Text = "definition";

    public static Sums Of(Sums sums) => sums with
    {
        Parts = [.. sums.Periods.SelectMany(sum => sum.Buckets).Select(bucket => bucket.Series).Distinct().Order()
            .Select(series => new SumPart($"{series}", [.. sums.Periods.Select(sum => Of(sum, series))]))],
    };

    /// <summary>What was expected and reported is of the KPI, whatever its definition.</summary>
    private static PeriodSum Of(PeriodSum sum, int series) => sum with
    {
        Buckets = [.. sum.Buckets.Where(bucket => bucket.Series == series)],
        Coverage = Coverage.None,
    };
}
