using CsCheck;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Streams;
using Xunit;

namespace KpiGrid.Tests.Api;

public sealed class StreamsTests
{
    private static readonly KpiStreamId Stream = new(PilotId.Parse("p"), KpiCode.Parse("CDW-DIV"), null, null);
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Quarters_of_the_last_year_are_reported_or_not()
    {
        var periods = Expectation.Periods(Duty(new(2026, 1, 1), "2026-Q1"), Frequency.Quarter, Today);
        Assert.Equal(
            [new("2026-Q1", true, false), new("2026-Q2", false, false), new("2026-Q3", false, false),
                new("2026-Q4", false, true)],
            periods);
    }

    [Fact]
    public void What_comes_when_it_happens_is_expected_in_no_period() =>
        Assert.Empty(Expectation.Periods(Duty(new(2026, 1, 1)), Frequency.Event, Today));

    [Fact]
    public void A_year_back_is_as_far_as_it_goes()
    {
        var months = Expectation.Periods(Duty(new(2020, 1, 1)), Frequency.Month, Today).ToList();
        Assert.Equal(("2025-11", "2026-11", 13), (months[0].Period, months[^1].Period, months.Count));
    }

    [Fact]
    public void Duties_of_one_stream_are_one()
    {
        var duties = Expectation.ByStream([Duty(new(2026, 1, 1), "2026-Q1"), Duty(new(2026, 1, 1), "2026-Q2")]);
        Assert.Equal(2, Assert.Single(duties).Reported.Count);
        Assert.Single(duties[0].Expected);
    }

    [Fact]
    public void A_place_in_a_series_comes_back_as_it_was() =>
        Gen.Select(Gen.Int[0, 40_000], Gen.Int[1, 99], Gen.Char[' ', '~'].Array[1, 64]).Sample((day, revision, id) =>
        {
            var place = new SeriesPlace(new DateOnly(1950, 1, 1).AddDays(day), new(id), revision);
            Assert.True(SeriesPlace.TryParse(place.ToString(), out var back));
            Assert.Equal(place, back);
        });

    [Fact]
    public void An_address_names_class_and_municipality()
    {
        var asked = Read("CDW-DIV/recycled@DK-0740", new(), out var errors)!;
        Assert.False(errors.Any);
        Assert.Equal("p/CDW-DIV/recycled@DK-0740", asked.Address);
        Assert.Equal("p/CDW-DIV@DK-0740", Read("CDW-DIV@DK-0740", new(), out _)!.Address);
    }

    [Fact]
    public void Everything_wrong_with_a_series_is_told_at_once()
    {
        Read("CDW-DIV@here", new() { IncludeHistory = "yes", From = "x", Limit = "0", After = "%" }, out var errors);
        Assert.Equal(
            ["flag-unreadable", "day-unreadable", "limit-out-of-range", "cursor-unreadable", "municipality-unknown"],
            errors.Listed.Select(problem => problem.Code));
    }

    private static AskedSeries? Read(string stream, SeriesQuery query, out QuestionErrors errors) => AskedSeries.Read(
        "p", stream, query, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(5), new ApiOptions(), errors = new());

    private static Duty Duty(DateOnly from, params string[] reported) => new()
    {
        Stream = Stream,
        Standing = false,
        Expected = [DayRange.Between(from, null)],
        Reported = [.. reported.Select(period =>
            new ReportedRun(Period.Parse(period).Range, Period.Parse(period).Size))],
    };
}
