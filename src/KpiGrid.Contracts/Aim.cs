namespace KpiGrid;

/// <summary>What a target wants around a day.</summary>
public sealed record Aim
{
    /// <summary>The named value ahead, or the last one once all are past.</summary>
    public required TargetPoint Point { get; init; }

    /// <summary>The period that the KPI is measured over: the point's own, or one of its size on the way there.</summary>
    public required Period Period { get; init; }

    /// <summary>What is wanted of the whole period, or at its end.</summary>
    public required Amount Whole { get; init; }

    /// <summary>The named value that the line to the point begins at; null where there is no line.</summary>
    public TargetPoint? Before { get; init; }

    /// <summary>The baseline's value, where it can be held against the period's; else null.</summary>
    public Amount? Start { get; init; }

    /// <summary>Whether the period's days add up to it.</summary>
    public required bool AddsUp { get; init; }

    /// <summary>The days to measure over, up to a day; null before the period has begun.</summary>
    public DayRange? Until(DateOnly day) =>
        day < Period.First ? null : new(Period.First, day < Period.Last ? day : Period.Last);

    /// <summary>What is wanted by the end of a day, rounded once, half to even, to 1e-9.</summary>
    public Amount By(DateOnly day) =>
        AddsUp ? Evenly(Whole, day)
        : Before is { } before ? Trajectory.Line(before, Point, day < Point.Period.Last ? day : Point.Period.Last)
        : Whole;

    /// <summary>What the baseline would have come to by the end of a day.</summary>
    public Amount? StartBy(DateOnly day) => Start is { } start && AddsUp ? Evenly(start, day) : Start;

    private Amount Evenly(Amount whole, DateOnly day) =>
        Until(day) is { } days ? whole.Times(days.Days, Period.Range.Days) : Amount.Zero;
}
