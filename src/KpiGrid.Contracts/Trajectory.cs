namespace KpiGrid;

/// <summary>What a target wants on a day: linear from each named value to the next. Pure.</summary>
/// <remarks>
/// Amounts that add up (flow, event-count, distinct) are wanted <i>in</i> a period: of the shortest named period that holds
/// the day, its value; of a period of that size between two named ones, the value on the line between their last days; and
/// within it evenly by days. Everything else is wanted <i>at</i> the last day of a named period, and between two of them on
/// the line. Every value is rounded once, half to even, to 1e-9.
/// </remarks>
public static class Trajectory
{
    /// <summary>What is aimed at on a day.</summary>
    /// <param name="target">A target that has been checked.</param>
    /// <param name="kind">The KPI's kind.</param>
    /// <param name="day">The day.</param>
    public static Aim On(TargetFacts target, KpiKind kind, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(target);
        return AddsUp(kind) ? Adding(target, day) : Reaching(target, day);
    }

    /// <summary>Whether the amounts of days add to that of their period.</summary>
    public static bool AddsUp(KpiKind kind) => kind is KpiKind.Flow or KpiKind.EventCount or KpiKind.Distinct;

    private static Aim Adding(TargetFacts target, DateOnly day)
    {
        var named = target.Points.Where(point => point.Period.Range.Contains(day)).MinBy(point => point.Period.Range.Days);
        if (named is not null) return In(target, named, named.Period, named.Value!.Value, null);
        var (before, after) = Around(target, day);
        var next = after ?? Last(target);
        if (after is null || before?.Period.Size != next.Period.Size || next.Period.Size == PeriodSize.Range)
            return In(target, next, next.Period, next.Value!.Value, null);
        var between = Period.Of(day, next.Period.Size);
        return In(target, next, between, Line(before, next, between.Last), before);
    }

    private static Aim In(TargetFacts target, TargetPoint point, Period period, Amount whole, TargetPoint? before) => new()
    {
        Point = point, Period = period, Whole = whole, Before = before, AddsUp = true,
        Start = target.Baseline is { } baseline && baseline.Period.Size == period.Size && period.Size != PeriodSize.Range
            ? baseline.Value : null,
    };

    private static Aim Reaching(TargetFacts target, DateOnly day)
    {
        var (before, after) = Around(target, day);
        var point = after ?? Last(target);
        var period = after is null || point.Period.Range.Contains(day) ? point.Period
            : point.Period.Size != PeriodSize.Range ? Period.Of(day, point.Period.Size)
            : Period.Of(new DayRange(before is { } knot && knot.Period.Last < day ? knot.Period.Last.AddDays(1) : day, day));
        var from = after is null || before is null ? null : before;
        return new()
        {
            Point = point, Period = period, Before = from, AddsUp = false, Start = target.Baseline?.Value,
            Whole = from is null ? point.Value!.Value : Line(from, point, Earlier(period.Last, point.Period.Last)),
        };
    }

    /// <summary>The last named value before a day and the first that is not, by the last days of their periods.</summary>
    private static (TargetPoint? Before, TargetPoint? After) Around(TargetFacts target, DateOnly day)
    {
        var start = target.Baseline is { } baseline
            ? new TargetPoint { Period = baseline.Period, Value = baseline.Value } : null;
        var knots = target.Points.OrderBy(point => point.Period.Last).ThenByDescending(point => point.Period.First).ToList();
        return (knots.LastOrDefault(point => point.Period.Last < day) ?? start,
            knots.FirstOrDefault(point => point.Period.Last >= day));
    }

    private static TargetPoint Last(TargetFacts target) => target.Points.MaxBy(point => point.Period.Last)!;

    internal static Amount Line(TargetPoint from, TargetPoint to, DateOnly day)
    {
        var (first, last) = (from.Period.Last.DayNumber, to.Period.Last.DayNumber);
        if (day.DayNumber <= first) return from.Value!.Value;
        var way = to.Value!.Value - from.Value!.Value;
        return from.Value.Value + way.Times(day.DayNumber - first, last - first);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
