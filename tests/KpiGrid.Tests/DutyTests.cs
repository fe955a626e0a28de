using CsCheck;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests;

public sealed class DutyTests
{
    private static readonly KpiStreamId Stream = new(PilotId.Parse("p"), Waste, null, null);

    [Fact]
    public void A_run_holds_a_period_where_one_of_its_periods_does() =>
        Gen.Select(
                Gen.OneOf(Enum.GetValues<PeriodSize>()[..6]), Gen.Int[0, 800], Gen.Int[1, 6],
                Gen.Int[-50, 900], Gen.Int[0, 500])
            .Sample((size, start, count, first, length) =>
            {
                var periods = Several(size, Day(start), count).ToList();
                var run = new ReportedRun(new(periods[0].First, periods[^1].Last), size);
                var asked = new DayRange(Day(first), Day(first + length));
                return run.HasPeriodIn(asked) == periods.Exists(asked.Contains);
            });

    [Fact]
    public void A_range_is_in_a_period_only_as_a_whole()
    {
        var run = new ReportedRun(new(Day(3), Day(20)), PeriodSize.Range);

        Assert.True(run.HasPeriodIn(new(Day(3), Day(20))));
        Assert.False(run.HasPeriodIn(new(Day(4), Day(30))));
    }

    [Fact]
    public void A_standing_value_counts_as_reported_on_every_later_day()
    {
        var duty = Of(standing: true, new ReportedRun(DayRange.Of(Day(30)), PeriodSize.Day));

        Assert.False(duty.IsReported(new(Day(0), Day(29))));
        Assert.True(duty.IsReported(new(Day(0), Day(30))));
        Assert.True(duty.IsReported(new(Day(90), Day(99))));
        Assert.Equal(Day(30), duty.LastReported(new(Day(90), Day(99))));
    }

    [Fact]
    public void A_flow_of_january_says_nothing_about_february()
    {
        var duty = Of(standing: false, new ReportedRun(new(Day(0), Day(30)), PeriodSize.Month));

        Assert.True(duty.IsReported(new(Day(0), Day(89))));
        Assert.False(duty.IsReported(new(Day(31), Day(58))));
        Assert.Null(duty.LastReported(new(Day(-20), Day(-1))));
    }

    [Fact]
    public void A_reason_for_a_standing_kinds_silence_counts_in_its_own_period_only()
    {
        var duty = Of(standing: true, new ReportedRun(Period.Parse("2026-Q1").Range, PeriodSize.Quarter));

        Assert.True(duty.IsReported(Period.Parse("2026-Q1").Range));
        Assert.True(duty.IsReported(Period.Parse("2026").Range));
        Assert.False(duty.IsReported(Period.Parse("2026-02").Range));
        Assert.False(duty.IsReported(Period.Parse("2026-Q2").Range));
    }

    private static Duty Of(bool standing, params ReportedRun[] runs) =>
        new() { Stream = Stream, Standing = standing, Expected = [DayRange.Always], Reported = runs };

    private static IEnumerable<DayRange> Several(PeriodSize size, DateOnly day, int count)
    {
        for (; count > 0; count--)
        {
            var period = Period.Of(day, size).Range;
            yield return period;
            day = period.Last.AddDays(1);
        }
    }
}
