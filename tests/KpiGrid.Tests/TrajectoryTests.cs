using System.Numerics;
using CsCheck;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests;

public sealed class TrajectoryTests
{
    [Fact]
    public void An_amount_that_adds_up_is_wanted_evenly_over_the_days_of_its_period()
    {
        var aim = Trajectory.On(Wants(null, ("2026", "365")), KpiKind.Flow, On("2026-11-28"));

        Assert.Equal((Period.Parse("2026"), A("365")), (aim.Period, aim.Whole));
        Assert.Equal(["1", "90", "365", "365"],
            Wanted(aim, "2026-01-01", "2026-03-31", "2026-12-31", "2027-05-01"));
        Assert.Null(aim.Until(On("2025-12-31")));
    }

    [Fact]
    public void The_shortest_named_period_that_holds_the_day_counts()
    {
        var money = Wants(null, ("2026", "5000000"), ("2026-01-01/2030-01-01", "20000000"));

        Assert.Equal(A("5000000"), Trajectory.On(money, KpiKind.Flow, On("2026-09-30")).Whole);
        Assert.Equal(A("20000000"), Trajectory.On(money, KpiKind.Flow, On("2028-01-01")).Whole);
    }

    [Fact]
    public void Between_a_baseline_year_and_a_named_year_each_year_lies_on_the_line()
    {
        var target = Wants(("2024", "100"), ("2030", "200"));
        var aim = Trajectory.On(target, KpiKind.Flow, On("2027-07-01"));

        // 1,095 of the 2,191 days from the last of 2024 to the last of 2030.
        Assert.Equal((Period.Parse("2027"), A("149.977179370")), (aim.Period, aim.Whole));
        Assert.Equal(A("200"), aim.Point.Value);
        Assert.Equal(A("100"), aim.Start);
    }

    [Fact]
    public void A_value_that_stands_is_wanted_at_the_end_and_on_the_line_before_it()
    {
        var target = Wants(("2025-12-31", "1000"), ("2026-12-31", "635"));

        Assert.Equal("1000", Wanted(target, KpiKind.Stock, "2025-12-31"));
        Assert.Equal("999", Wanted(target, KpiKind.Stock, "2026-01-01"));
        Assert.Equal("635", Wanted(target, KpiKind.Stock, "2026-12-31"));
        Assert.Equal("635", Wanted(target, KpiKind.Stock, "2029-01-01"));
    }

    [Fact]
    public void Named_points_bend_the_line()
    {
        var target = Wants(null, ("2026-01-31", "10"), ("2026-02-10", "30"), ("2026-02-20", "20"));

        Assert.Equal(("10", "10", "20"), (At("2026-01-05"), At("2026-01-31"), At("2026-02-05")));
        Assert.Equal(("30", "25", "20"), (At("2026-02-10"), At("2026-02-15"), At("2026-03-01")));

        string At(string day) => Wanted(target, KpiKind.Level, day);
    }

    [Fact]
    public void What_is_wanted_lies_between_the_named_values_and_rises_with_the_day() =>
        Gen.Select(Amounts, Gen.Long[0, 1_000_000_000_000], Gen.Int[1, 4_000], Gen.Int[0, 4_000])
            .Sample((low, more, length, at) =>
            {
                var high = new Amount(low.Count + more);
                var target = new TargetFacts
                {
                    Baseline = new() { Period = OneDay(0), Value = low },
                    Points = [new() { Period = OneDay(length), Value = high }],
                };
                var (day, next) = (Day(Math.Min(at, length)), Day(Math.Min(at + 1, length)));
                var wanted = By(target, KpiKind.Stock, day);
                var exact = (BigInteger)more * Math.Min(at, length);
                var off = ((BigInteger)(wanted - low).Count * length) - exact;
                return low <= wanted && wanted <= high && wanted <= By(target, KpiKind.Stock, next)
                    && BigInteger.Abs(off) * 2 <= length;
            });

    [Fact]
    public void On_the_last_day_of_a_named_period_its_value_is_wanted_exactly() =>
        Gen.Select(Amounts, Amounts, Gen.Int[0, 3_000], Gen.OneOf(Enum.GetValues<PeriodSize>()[..6]), Gen.Enum<KpiKind>())
            .Sample((start, value, at, size, kind) =>
            {
                var period = Period.Of(Day(at), size);
                var target = new TargetFacts
                {
                    Baseline = new() { Period = Period.Of(period.First.AddDays(-1), size), Value = start },
                    Points = [new() { Period = period, Value = value }],
                };
                return By(target, kind, period.Last) == value;
            });

    private static Period OneDay(int number) => Period.Of(DayRange.Of(Day(number)));

    private static Amount By(TargetFacts target, KpiKind kind, DateOnly day) => Trajectory.On(target, kind, day).By(day);

    private static string Wanted(TargetFacts target, KpiKind kind, string day) => By(target, kind, On(day)).ToString();

    private static IEnumerable<string> Wanted(Aim aim, params string[] days) => days.Select(day => aim.By(On(day)).ToString());

    internal static TargetFacts Wants((string Period, string Value)? baseline, params (string Period, string Value)[] points) => new()
    {
        Unit = "t",
        Baseline = baseline is { } from ? new() { Period = Period.Parse(from.Period), Value = A(from.Value) } : null,
        Points = [.. points.Select(point => new TargetPoint { Period = Period.Parse(point.Period), Value = A(point.Value) })],
    };
}
