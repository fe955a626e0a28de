using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Xunit;

namespace KpiGrid.Tests.Api;

public sealed class TotalsQuestionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly TotalsQuery Plain = new() { Kpi = "CDW-DIV", From = "2026-01-01", To = "2026-04-01" };

    [Fact]
    public void A_plain_question_is_one_period()
    {
        var question = Read(Plain, out var errors)!;
        Assert.False(errors.Any);
        Assert.Equal(["2026-Q1"], question.Periods.Select(period => period.Period.ToString()));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        var query = new TotalsQuery
        {
            From = "2026-13-01", By = "fortnight", Split = "country", Class = "Wood!", AsOf = "yesterday",
            AtLeast = "x", Mean = "year", Rates = "ecb",
        };
        Assert.Null(Read(query, out var errors));
        Assert.Equal(422, errors.Status);
        Assert.Equal(
            [
                "kpi-required", "day-unreadable", "to-required", "by-unknown", "split-unknown", "class-unreadable",
                "instant-unreadable", "token-unreadable", "mean-unknown", "as-of-with-at-least", "currency-required",
            ],
            errors.Listed.Select(problem => problem.Code));
        Assert.All(errors.Listed, problem => Assert.NotEmpty(problem.Remedy));
    }

    [Theory]
    [InlineData("2026-11-22T11:59:56Z", "as-of-too-recent"), InlineData("2026-11-22T11:59:55Z", null)]
    [InlineData("2026-11-22T12:59:55+01:00", null), InlineData("2026-11-22T12:59:55 01:00", null)]
    [InlineData("2026-11-22T11:00:00", "instant-unreadable"), InlineData("2026-02-30T11:00:00Z", "instant-unreadable")]
    public void An_instant_has_an_offset_and_is_old_enough(string asOf, string? code)
    {
        Read(Plain with { AsOf = asOf }, out var errors);
        Assert.Equal(code, errors.Listed.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("2024-01-01", "2026-09-27", null), InlineData("2024-01-01", "2026-09-28", "too-many-periods")]
    [InlineData("2026-01-01", "2026-01-01", "range-empty"), InlineData("1899-12-31", "2026-01-01", "day-out-of-range")]
    public void Days_are_a_range_of_at_most_a_thousand_periods(string from, string to, string? code)
    {
        Read(Plain with { From = from, To = to, By = "day" }, out var errors);
        Assert.Equal(code, errors.Listed.SingleOrDefault()?.Code);
    }

    [Fact]
    public void The_months_of_a_mean_count_as_periods()
    {
        Read(Plain with { From = "1930-01-01", To = "2026-01-01", By = "year", Mean = "month" }, out var errors);
        Assert.Equal("too-many-periods", Assert.Single(errors.Listed).Code);
    }

    [Theory]
    [InlineData("2025-01-01", "municipality", null, null), InlineData("2025-01-01", null, null, "boundaries-without-split")]
    [InlineData("2025-01-01", "pilot", null, "boundaries-without-split"), InlineData("2025", "municipality", null, "day-unreadable")]
    [InlineData("2025-01-01", "municipality", "month", "boundaries-with-mean")]
    public void A_map_is_of_a_day_and_of_a_split_by_municipality(string boundaries, string? split, string? mean, string? code)
    {
        Read(Plain with { Boundaries = boundaries, Split = split, Mean = mean }, out var errors);
        Assert.Equal(code, errors.Listed.SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_kpi_that_cannot_be_is_not_there()
    {
        Read(Plain with { Kpi = "cdw div" }, out var errors);
        Assert.Equal((404, "kpi-unknown"), (errors.Status, Assert.Single(errors.Listed).Code));
    }

    [Theory]
    [InlineData("regions/ncc", true), InlineData("municipalities/DK-0615", true), InlineData("pilots/p1", false)]
    [InlineData("regions/NCC", false), InlineData("ncc", false), InlineData("regions/a/b", false),
        InlineData(null, false)]
    public void A_place_is_a_region_or_a_municipality(string? text, bool readable) =>
        Assert.Equal(readable, PlaceRef.TryParse(text, out _));

    private static TotalsQuestion? Read(TotalsQuery query, out QuestionErrors errors) =>
        TotalsQuestion.Read(query, Now, TimeSpan.FromSeconds(5), 1_000, errors = new());
}
