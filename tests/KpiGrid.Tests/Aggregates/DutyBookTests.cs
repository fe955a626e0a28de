using KpiGrid.Silo.Aggregates;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Aggregates;

public sealed class DutyBookTests
{
    private static readonly DayRange Quarter = Period.Parse("2026-Q1").Range;
    private readonly DutyBook book = new();

    [Fact]
    public void A_municipality_has_reported_when_every_expected_stream_has()
    {
        Put(Horsens, "a", "2026-Q1");
        Put(Silkeborg, "a", "2026-Q1");
        Put(Silkeborg, "b");

        Assert.Equal((1, 2), Counts());

        Put(Silkeborg, "b", "2026-02");
        Assert.Equal((2, 2), Counts());
    }

    [Fact]
    public void A_silent_municipality_lowers_the_coverage_and_a_zero_does_not()
    {
        foreach (var place in Places) Put(place, "a", "2026-Q1");
        Assert.Equal((4, 4), Counts());

        Put(Skive, "a");
        Assert.Equal((3, 4), Counts());

        book.Set(Skive, Stream("a"), null);
        Assert.Equal((3, 3), Counts());
    }

    [Fact]
    public void Nothing_is_expected_outside_the_days_of_a_duty_or_of_the_set()
    {
        Put(Horsens, "a", "2026-Q1");
        book.Set(Silkeborg, Stream("b"), Of("b", new(Day(90), Day(200))));

        Assert.Equal((1, 1), Counts());
        Assert.Equal((0, 0), Counts(book.Of(Waste, Quarter, Horsens, [new(Day(90), Day(100))])));
        Assert.Equal((0, 0), Counts(book.Of(KpiCode.Parse("EVT-N"), Quarter, _ => null)));
    }

    [Fact]
    public void A_figure_of_the_quarter_says_nothing_about_its_months()
    {
        Put(Horsens, "a", "2026-Q1");

        Assert.Equal((0, 1), Counts(book.Of(Waste, Period.Parse("2026-03").Range, _ => null)));
        Assert.Equal((1, 1), Counts(book.Of(Waste, Period.Parse("2026").Range, _ => null)));
    }

    [Fact]
    public void The_oldest_input_is_the_earliest_of_the_last_days()
    {
        Put(Horsens, "a", "2026-Q1");
        Put(Silkeborg, "b", "2026-01");
        Put(Silkeborg, "c", "2026-02");
        Put(Skive, "d");

        Assert.Equal(On("2026-01-31"), book.Of(Waste, Quarter, _ => null).OldestInput);
    }

    [Fact]
    public void A_changed_duty_is_seen_in_a_coverage_asked_before()
    {
        Put(Horsens, "a");
        Assert.Equal((0, 1), Counts());
        Put(Horsens, "a", "2026-01");
        Assert.Equal((1, 1), Counts());
    }

    private void Put(MunicipalityId place, string pilot, params string[] reported) =>
        book.Set(place, Stream(pilot), Of(pilot, DayRange.Always, reported));

    private static Duty Of(string pilot, DayRange expected, params string[] reported) => new()
    {
        Stream = Stream(pilot), Standing = false, Expected = [expected],
        Reported = ReportedRuns.Of(reported.Select(text => Period.Parse(text).Range)),
    };

    private static KpiStreamId Stream(string pilot) => new(PilotId.Parse(pilot), Waste, null, null);

    private (int, int) Counts() => Counts(book.Of(Waste, Quarter, _ => null));

    private static (int, int) Counts(Coverage coverage) => (coverage.Reported, coverage.Expected);
}
