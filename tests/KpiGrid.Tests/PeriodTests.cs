using CsCheck;
using Xunit;

namespace KpiGrid.Tests;

public sealed class PeriodTests
{
    private static readonly DateOnly First = new(1900, 1, 1);

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 60_000].Select(First.AddDays);

    [Theory]
    [InlineData("2026-03-31", "2026-03-31", "2026-03-31", PeriodSize.Day)]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29", PeriodSize.Day)]
    [InlineData("2026-W14", "2026-03-30", "2026-04-05", PeriodSize.Week)]
    [InlineData("2026-W01", "2025-12-29", "2026-01-04", PeriodSize.Week)]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03", PeriodSize.Week)]
    [InlineData("2026-03", "2026-03-01", "2026-03-31", PeriodSize.Month)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", PeriodSize.Month)]
    [InlineData("1900-02", "1900-02-01", "1900-02-28", PeriodSize.Month)]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31", PeriodSize.Quarter)]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31", PeriodSize.Quarter)]
    [InlineData("2026-S1", "2026-01-01", "2026-06-30", PeriodSize.Half)]
    [InlineData("2026-S2", "2026-07-01", "2026-12-31", PeriodSize.Half)]
    [InlineData("2026", "2026-01-01", "2026-12-31", PeriodSize.Year)]
    [InlineData("2026-11-03/2026-12-10", "2026-11-03", "2026-12-09", PeriodSize.Range)]
    public void A_text_form_is_read_and_written(string text, string first, string last, PeriodSize size)
    {
        var period = Period.Parse(text);
        Assert.Equal(new DayRange(Day(first), Day(last)), period.Range);
        Assert.Equal(size, period.Size);
        Assert.Equal(text, period.ToString());
    }

    [Theory]
    [InlineData("2026-11-01/2026-12-01", "2026-11")]
    [InlineData("2026-12-28/2027-01-04", "2026-W53")]
    [InlineData("2026-05-03/2026-05-04", "2026-05-03")]
    [InlineData("2026-01-01/2027-01-01", "2026")]
    public void The_same_days_are_the_same_period_however_written(string text, string canonical)
    {
        Assert.Equal(Period.Parse(canonical), Period.Parse(text));
        Assert.Equal(canonical, Period.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("2026-W00")]
    [InlineData("2025-W53")]
    [InlineData("2026-W54")]
    [InlineData("2026-w14")]
    [InlineData("2026-W1")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q11")]
    [InlineData("2026-S3")]
    [InlineData("2026-02-29")]
    [InlineData("2026-3-31")]
    [InlineData("2026/03/31")]
    [InlineData("31-03-2026")]
    [InlineData(" 2026-03")]
    [InlineData("2026-03 ")]
    [InlineData("2026-11-01/2026-11-01")]
    [InlineData("2026-11-02/2026-11-01")]
    [InlineData("2026-11-01/P1M")]
    [InlineData("2026-11-01--2026-12-01")]
    [InlineData("٢٠٢٦")]
    [InlineData("２０２６-03")]
    [InlineData("+026")]
    [InlineData("2026-12-31T23:30Z")]
    [InlineData(null)]
    public void What_is_no_period_is_refused(string? text) => Assert.False(Period.TryParse(text, out _));

    [Fact]
    public void New_year_s_day_2027_lies_in_week_53_of_2026() =>
        Assert.Equal("2026-W53", Period.Of(new DateOnly(2027, 1, 1), PeriodSize.Week).ToString());

    [Fact]
    public void Every_period_holds_its_day_has_its_size_and_reads_back() =>
        Gen.Select(Days, Gen.Int[0, 5].Select(size => (PeriodSize)size)).Sample((day, size) =>
        {
            var period = Period.Of(day, size);
            return period.Range.Contains(day) && Period.SizeOf(period.Range) == size
                && Period.Parse(period.ToString()) == period;
        });

    [Fact]
    public void Any_range_of_days_reads_back() => Gen.Select(Days, Gen.Int[0, 800]).Sample((first, more) =>
    {
        var period = Period.Of(new DayRange(first, first.AddDays(more)));
        return Period.Parse(period.ToString()) == period;
    });

    [Fact]
    public void The_periods_between_two_days_follow_one_another_and_cover_them() =>
        Gen.Select(Days, Gen.Int[1, 500], Gen.Int[0, 6].Select(size => (PeriodSize)size)).Sample((from, count, by) =>
        {
            var to = from.AddDays(count);
            var periods = Period.Between(from, to, by).ToList();
            var joined = periods.Zip(periods.Skip(1)).All(pair => pair.First.Last.AddDays(1) == pair.Second.First);
            return joined && periods[0].Range.Contains(from) && periods[^1].Range.Contains(to.AddDays(-1));
        });

    [Fact]
    public void Between_gives_whole_periods_to_be_clipped_by_the_caller()
    {
        var months = Period.Between(new(2026, 1, 15), new(2026, 3, 2), PeriodSize.Month);
        Assert.Equal(["2026-01", "2026-02", "2026-03"], months.Select(month => month.ToString()));
        Assert.Empty(Period.Between(new(2026, 1, 15), new(2026, 1, 15), PeriodSize.Month));
        var range = Assert.Single(Period.Between(new(2026, 1, 15), new(2026, 3, 2), PeriodSize.Range));
        Assert.Equal("2026-01-15/2026-03-02", range.ToString());
    }

    [Fact]
    public void Every_day_there_is_has_no_size_of_its_own() =>
        Assert.Equal(PeriodSize.Range, Period.SizeOf(DayRange.Always));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
