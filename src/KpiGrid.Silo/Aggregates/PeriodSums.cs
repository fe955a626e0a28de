namespace KpiGrid.Silo.Aggregates;

/// <summary>Reads period sums off a node's cells.</summary>
internal static class PeriodSums
{
    /// <summary>The sum of one period.</summary>
    /// <param name="cells">The KPI's cells; null when the node has none.</param>
    /// <param name="kind">The KPI's kind.</param>
    /// <param name="period">The period.</param>
    /// <param name="class">Only this class.</param>
    /// <param name="within">
    /// The days on which the node is in the set asked for; null for always. Flows of other days do not count, and a
    /// standing value only if the last day is one of them.
    /// </param>
    public static PeriodSum Of(
        KpiCells? cells, KpiKind kind, DayRange period, ClassId? @class, IReadOnlyList<DayRange>? within)
    {
        if (cells is null) return new() { Days = period, Buckets = [] };
        var spans = Spans(kind, period, within);
        var columns = cells.Columns.Where(column => @class is null || column.Key.Class == @class).ToList();
        var buckets = new List<Bucket>();
        foreach (var (group, column) in columns)
        {
            var sum = spans.Aggregate(CellValue.None, (total, span) => total + Value(column, span));
            if (sum.N != 0) buckets.Add(BucketOf(group, sum));
        }
        return WithMembers(cells, kind, spans, @class, new()
        {
            Days = period,
            Buckets = buckets,
            Marks = kind.IsStanding() ? [] : Marks(columns.Select(column => column.Value), period),
        });
    }

    public static Bucket BucketOf(CellKey group, CellValue sum) =>
        new(group.Series, group.Class, group.Currency, group.Flag, group.Provisional, sum, group.Confidential);

    /// <summary>What must be added up: from the first to the last day of each; from the beginning for standing kinds.</summary>
    private static IReadOnlyList<DayRange> Spans(KpiKind kind, DayRange period, IReadOnlyList<DayRange>? within)
    {
        if (!kind.IsStanding())
            return within is null ? [period]
                : [.. within.Select(period.Intersect).Where(span => span is not null).Select(span => span!.Value)];
        return within is null || within.Any(days => days.Contains(period.Last))
            ? [new(DateOnly.MinValue, period.Last)]
            : [];
    }

    private static CellValue Value(DayColumn column, DayRange span) => column.Between(span.First, span.Last);

    private static PeriodSum WithMembers(
        KpiCells cells, KpiKind kind, IReadOnlyList<DayRange> spans, ClassId? @class, PeriodSum sum)
    {
        if (kind != KpiKind.Distinct) return sum;
        var held = cells.Members.Where(cell => (@class is null || cell.Key.Class == @class)
            && spans.Any(span => span.Contains(cell.Key.Days.Last))).ToList();
        return sum with
        {
            Members = [.. held.Where(cell => cell.Value.B.Sign == 0).Select(cell => cell.Key.Member).Distinct()],
            Numbers =
            [
                .. held.Where(cell => cell.Value.B.Sign > 0)
                    .Select(cell => new NumberOnly(
                        cell.Key.Member, new(cell.Value.A.Count / (cell.Value.B.Count / Amount.Scale))))
                    .Distinct(),
            ],
        };
    }

    private static IReadOnlyList<string> Marks(IEnumerable<DayColumn> columns, DayRange period)
    {
        var marks = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            foreach (var span in column.ReachingInto(period)) marks.Add(Period.SizeOf(span) is var size
                && size == PeriodSize.Range ? "straddles" : $"{size.Text()}-figure");
            foreach (var span in column.ReachingBeyond(period)) marks.Add($"inside-{Period.SizeOf(span).Text()}-figure");
        }
        return [.. marks];
    }
}
