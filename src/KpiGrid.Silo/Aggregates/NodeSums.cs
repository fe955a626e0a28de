namespace KpiGrid.Silo.Aggregates;

/// <summary>Answers a question for totals from a node's cells and duties.</summary>
internal static class NodeSums
{
    public static IReadOnlyList<PeriodSum> Periods(
        KpiCells? cells, KpiKind kind, SumsQuestion question, Func<DayRange, Coverage> coverage) =>
    [
        .. question.Periods.Select(period =>
            PeriodSums.Of(cells, kind, period, question.Class, question.Within) with { Coverage = coverage(period) }),
    ];

    /// <summary>One part a class that the node has cells of.</summary>
    public static IReadOnlyList<SumPart> ByClass(KpiCells? cells, KpiKind kind, SumsQuestion question) =>
    [
        .. (cells?.Columns ?? []).Select(column => column.Key.Class).OfType<ClassId>().Distinct().Order()
            .Where(@class => question.Class is null || question.Class == @class)
            .Select(@class => new SumPart(
                @class.Value, Periods(cells, kind, question with { Class = @class }, _ => Coverage.None))),
    ];

    /// <summary>Parts without a value, an expectation or a mark say nothing.</summary>
    public static IReadOnlyList<SumPart> Speaking(IEnumerable<SumPart> parts) =>
    [
        .. parts.Where(part => part.Periods.Any(sum =>
                sum.Buckets.Count > 0 || sum.Coverage.Expected > 0 || sum.Marks.Count > 0))
            .OrderBy(part => part.Key, StringComparer.Ordinal),
    ];
}
