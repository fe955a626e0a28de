namespace KpiGrid.Host.Verification;

/// <summary>One question for totals: the whole of a span at once, or month by month.</summary>
internal sealed record Question(Node Node, KpiDocument Kpi, DateOnly From, DateOnly To, bool ByMonth)
{
    private const int PeriodsMax = 1_000;

    /// <summary>The questions that cover a span: its months in windows, then all of it.</summary>
    public static IEnumerable<Question> Of(Node node, KpiDocument kpi, DayRange span)
    {
        var from = MonthOf(span.First);
        var to = MonthOf(span.Last).AddMonths(1);
        for (var start = from; start < to; start = start.AddMonths(PeriodsMax))
        {
            var end = start.AddMonths(PeriodsMax);
            yield return new(node, kpi, start, end < to ? end : to, true);
        }
        yield return new(node, kpi, from, to, false);
    }

    public bool SplitsByClass => Kpi.Classes.Count > 0;

    public IReadOnlyList<DayRange> Periods()
    {
        if (!ByMonth) return [DayRange.Between(From, To)];
        var months = new List<DayRange>();
        for (var month = From; month < To; month = month.AddMonths(1))
            months.Add(DayRange.Between(month, month.AddMonths(1)));
        return months;
    }

    public override string ToString() =>
        $"v1/{Node}/totals?kpi={Kpi.Code}&from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}" +
        (ByMonth ? "&by=month" : "") + (SplitsByClass ? "&split=class" : "");

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
