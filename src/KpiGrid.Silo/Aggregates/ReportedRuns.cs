namespace KpiGrid.Silo.Aggregates;

/// <summary>Gathers reported spans into runs of adjoining periods of one size.</summary>
internal static class ReportedRuns
{
    public static IReadOnlyList<ReportedRun> Of(IEnumerable<DayRange> spans)
    {
        var runs = new List<ReportedRun>();
        foreach (var bySize in spans.Distinct().GroupBy(Period.SizeOf).OrderBy(size => size.Key))
        {
            ReportedRun? open = null;
            foreach (var span in bySize.Order())
            {
                if (open is { } run && bySize.Key != PeriodSize.Range && run.Days.Last.AddDays(1) == span.First)
                    open = run with { Days = new(run.Days.First, span.Last) };
                else
                {
                    if (open is { } done) runs.Add(done);
                    open = new(span, bySize.Key);
                }
            }
            if (open is { } last) runs.Add(last);
        }
        return runs;
    }
}
