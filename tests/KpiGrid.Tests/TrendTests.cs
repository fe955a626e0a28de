using CsCheck;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests;

public sealed class TrendTests
{
    private static readonly TargetFacts year = TrajectoryTests.Wants(null, ("2026", "365"));

    [Theory]
    [InlineData("2026-03-31", "90", "on-track", "1")]
    [InlineData("2026-03-31", "85.5", "on-track", "0.95")]
    [InlineData("2026-03-31", "85.49", "behind", "0.949888889")]
    [InlineData("2026-03-31", "54", "behind", "0.6")]
    [InlineData("2026-03-31", "0", "far-behind", "0")]
    [InlineData("2026-03-31", "365", "reached", "4.055555556")]
    [InlineData("2026-12-31", "364", "on-track", "0.997260274")]
    public void An_amount_that_should_grow_is_held_against_its_days(string day, string actual, string status, string pace) =>
        Assert.Equal((status, pace), Told(year, KpiKind.Flow, Direction.Up, day, actual));

    [Theory]
    [InlineData("2026-03-31", "45", "on-track", "1")]
    [InlineData("2026-03-31", "100", "behind", "0.9")]
    [InlineData("2026-03-31", "0", "on-track", "1")]
    [InlineData("2026-12-31", "365", "reached", "1")]
    [InlineData("2026-12-31", "730", "far-behind", "0.5")]
    public void Less_of_an_amount_is_reached_only_when_its_period_is_over(string day, string actual, string status, string pace) =>
        Assert.Equal((status, pace), Told(year, KpiKind.Flow, Direction.Down, day, actual));

    [Theory]
    [InlineData("1000", "far-behind", "0")]
    [InlineData("900", "on-track", "1")]
    [InlineData("940", "behind", "0.6")]
    [InlineData("1001", "away", "-0.01")]
    [InlineData("800", "reached", "2")]
    public void A_falling_stock_is_held_against_the_way_from_its_baseline(string actual, string status, string pace)
    {
        var target = TrajectoryTests.Wants(("2026-01-01", "1000"), ("2026-01-21", "800"));

        Assert.Equal((status, pace), Told(target, KpiKind.Stock, Direction.Down, "2026-01-11", actual));
    }

    [Theory]
    [InlineData("90", "on-track", "1")]
    [InlineData("72", "behind", "0.8")]
    [InlineData("108", "behind", "0.8")]
    [InlineData("450", "away", "-3")]
    public void Where_neither_way_is_better_only_closeness_counts(string actual, string status, string pace) =>
        Assert.Equal((status, pace), Told(year, KpiKind.Flow, Direction.None, "2026-03-31", actual));

    [Fact]
    public void Nothing_is_said_before_the_period_begins_or_without_a_value()
    {
        var aim = Trajectory.On(year, KpiKind.Flow, On("2025-06-01"));

        Assert.Equal(TrendStatus.NotDue, Trend.Of(aim, Direction.Up, On("2025-06-01"), A("3")).Status);
        Assert.Equal(TrendStatus.NoValue, Trend.Of(aim, Direction.Up, On("2026-06-01"), null).Status);
    }

    [Fact]
    public void More_of_what_should_grow_never_makes_the_trend_worse() =>
        Gen.Select(Gen.Long[0, 2_000_000_000_000], Gen.Long[0, 1_000_000_000_000], Gen.Int[0, 364]).Sample((count, more, at) =>
        {
            var aim = Trajectory.On(year, KpiKind.Flow, Day(at));
            var (less, greater) = (Of(count), Of(count + more));
            return less.Pace <= greater.Pace
                && (greater.Status == TrendStatus.Reached || less.Status >= greater.Status);

            Trend Of(long amount) => Trend.Of(aim, Direction.Up, Day(at), new Amount(amount));
        });

    private static (string Status, string? Pace) Told(
        TargetFacts target, KpiKind kind, Direction direction, string day, string actual)
    {
        var trend = Trend.Of(Trajectory.On(target, kind, On(day)), direction, On(day), A(actual));
        return (trend.Status.Text(), trend.Pace?.ToString());
    }
}
