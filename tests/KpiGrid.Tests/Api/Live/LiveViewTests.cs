using KpiGrid.Api.Live;
using KpiGrid.Api.Questions;
using Xunit;

namespace KpiGrid.Tests.Api.Live;

public sealed class LiveViewTests
{
    [Theory]
    [InlineData("month", "2026-11-22", "2026-01", "2026-11", 11)]
    [InlineData("quarter", "2026-11-22", "2026-Q1", "2026-Q4", 4)]
    [InlineData("day", "2026-01-02", "2026-01-01", "2026-01-02", 2)]
    [InlineData("week", "2026-01-07", "2026-W01", "2026-W02", 2)]
    [InlineData("year", "2026-11-22", "2026", "2026", 1)]
    [InlineData(null, "2026-11-22", "2026", "2026", 1)]
    public void Without_days_it_shows_the_periods_of_the_year_up_to_now(
        string? by, string today, string first, string last, int count)
    {
        var periods = Read(new() { Kpi = ["CDW-DIV"], By = by }, out _)!
            .Periods(DateOnly.Parse(today, null)).ToList();
        Assert.Equal((first, last, count), (periods[0].Period.ToString(), periods[^1].Period.ToString(), periods.Count));
        Assert.DoesNotContain(periods, period => period.IsClipped);
    }

    [Fact]
    public void Views_of_the_same_are_one()
    {
        var one = Read(new() { Kpi = ["MAT-REU", "CDW-DIV"], By = "day", From = "2026-01-01", To = "2026-02-01" }, out _)!;
        var same = Read(new() { Kpi = ["CDW-DIV", "MAT-REU", "CDW-DIV"], By = "day", From = "2026-01-01", To = "2026-02-01" }, out _)!;
        var other = Read(new() { Kpi = ["CDW-DIV", "MAT-REU"], By = "day", From = "2026-01-01", To = "2026-02-02" }, out _)!;
        Assert.Equal(one.Key, same.Key);
        Assert.NotEqual(one.Key, other.Key);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        Assert.Null(Read(new() { Kpi = ["a b", "CDW-DIV", "X", "Y"], By = "fortnight", To = "2026" }, out var errors));
        Assert.Equal(["too-many-kpis", "by-unknown", "from-required", "day-unreadable", "kpi-unknown"],
            errors.Listed.Select(problem => problem.Code));
        Read(new(), out errors);
        Assert.Equal("kpi-required", Assert.Single(errors.Listed).Code);
        Read(new() { Kpi = ["CDW-DIV"], By = "day", From = "2020-01-01", To = "2026-01-01" }, out errors);
        Assert.Equal("too-many-periods", Assert.Single(errors.Listed).Code);
    }

    private static LiveView? Read(LiveQuery query, out QuestionErrors errors) =>
        LiveView.Read(query, 3, 1_000, errors = new());
}
