namespace KpiGrid;

/// <summary>How a KPI stands to its target. Pure.</summary>
/// <remarks>
/// Rule <c>pace-95-60</c>. The pace is the part of the wanted way that was gone: (actual - start) / (wanted by now - start),
/// where the start is the baseline, else zero. Without a baseline, less being better, it is wanted / actual; where neither way
/// is better, 1 - |actual - wanted| / |wanted|. On track from 0.95, behind from 0.60, far behind from 0, else away from it:
/// the thresholds by which Eurostat assesses progress towards quantified targets in its monitoring of the Sustainable
/// Development Goals. Reached is reached, whatever the pace: more being better as soon as the whole is there, less being
/// better where a value stands at or below it, or a period has ended at or below it.
/// </remarks>
/// <param name="Status">In one word.</param>
/// <param name="Pace">The pace, rounded once, half to even, to 1e-9; null without a value.</param>
public sealed record Trend(TrendStatus Status, Amount? Pace)
{
    /// <summary>The name of the rule.</summary>
    public const string Rule = "pace-95-60";

    private static readonly Amount onTrack = Amount.Of(0.95m);
    private static readonly Amount behind = Amount.Of(0.60m);

    /// <summary>The trend on a day.</summary>
    /// <param name="aim">What is wanted.</param>
    /// <param name="direction">Which way is better.</param>
    /// <param name="day">The day by which everything was to be measured.</param>
    /// <param name="actual">What it came to by that day; null when there is no value.</param>
    public static Trend Of(Aim aim, Direction direction, DateOnly day, Amount? actual)
    {
        ArgumentNullException.ThrowIfNull(aim);
        if (aim.Until(day) is null) return new(TrendStatus.NotDue, null);
        if (actual is not { } value) return new(TrendStatus.NoValue, null);
        var pace = Way(direction, value, aim.By(day), aim.StartBy(day));
        return new(IsReached(aim, direction, day, value) ? TrendStatus.Reached : StatusOf(pace), pace);
    }

    /// <summary>
    /// The part of the whole that a value is: of an amount that adds up, of what is wanted of its period; else of the way
    /// from the start to the value named. Null without a value.
    /// </summary>
    public static Amount? ProgressOf(Aim aim, Direction direction, Amount? actual)
    {
        ArgumentNullException.ThrowIfNull(aim);
        return actual is not { } value ? null
            : aim.AddsUp ? Amount.Quotient(value, aim.Whole)
            : Way(direction, value, aim.Point.Value!.Value, aim.Start);
    }

    private static bool IsReached(Aim aim, Direction direction, DateOnly day, Amount actual) => direction switch
    {
        Direction.Up => actual >= aim.Whole && (aim.AddsUp || actual >= aim.Point.Value),
        Direction.Down => actual <= aim.Whole && (aim.AddsUp ? day >= aim.Period.Last : actual <= aim.Point.Value),
        _ => false,
    };

    private static Amount? Way(Direction direction, Amount actual, Amount wanted, Amount? start)
    {
        if (direction == Direction.None) return Closeness(actual, wanted);
        var isUp = direction == Direction.Up;
        if (start is { } from && (isUp ? wanted > from : wanted < from)) return Amount.Quotient(actual - from, wanted - from);
        if (isUp ? actual >= wanted : actual <= wanted) return Amount.Quotient(actual, wanted) is { } more && isUp ? more : Amount.One;
        return isUp ? Amount.Quotient(actual, wanted) ?? Amount.Zero : Amount.Quotient(wanted, actual);
    }

    private static Amount? Closeness(Amount actual, Amount wanted)
    {
        if (actual == wanted) return Amount.One;
        var off = actual > wanted ? actual - wanted : wanted - actual;
        return Amount.Quotient(off, wanted.Sign < 0 ? -wanted : wanted) is { } part ? Amount.One - part : Amount.Zero;
    }

    private static TrendStatus StatusOf(Amount? pace) => pace switch
    {
        null => TrendStatus.NoValue,
        { } part when part >= onTrack => TrendStatus.OnTrack,
        { } part when part >= behind => TrendStatus.Behind,
        { Sign: >= 0 } => TrendStatus.FarBehind,
        _ => TrendStatus.Away,
    };
}
