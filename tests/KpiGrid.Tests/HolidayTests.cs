using System.Globalization;
using CsCheck;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests;

public sealed class HolidayTests
{
    private static readonly string[][] together = [["DK"], ["NL"], ["BE"], ["DK", "NL"], ["BE", "DK", "NL"], ["XX"], []];

    private static readonly Gen<WorkingDays> Anywhere = Gen.Int[0, together.Length - 1].Select(at => new WorkingDays(together[at]));

    private static readonly Gen<Period> AnyPeriod = Gen.Select(Gen.Int[-30_000, 30_000], Gen.Int[0, 6], Gen.Int[0, 400])
        .Select((at, size, more) => (PeriodSize)size == PeriodSize.Range
            ? Period.Of(new DayRange(Day(at), Day(at + more))) : Period.Of(Day(at), (PeriodSize)size));

    [Theory]
    [InlineData("2018-04-01"), InlineData("2019-04-21"), InlineData("2020-04-12"), InlineData("2021-04-04")]
    [InlineData("2022-04-17"), InlineData("2023-04-09"), InlineData("2024-03-31"), InlineData("2025-04-20")]
    [InlineData("2026-04-05"), InlineData("2027-03-28"), InlineData("2038-04-25"), InlineData("1981-04-19")]
    [InlineData("1954-04-18"), InlineData("2049-04-18"), InlineData("2076-04-19"), InlineData("2285-03-22")]
    public void Easter_is_on_the_day_it_is(string day) => Assert.Equal(On(day), Easter.Sunday(On(day).Year));

    [Theory]
    [InlineData("DK", 2026, "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26")]
    [InlineData("DK", 2023, "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26")]
    [InlineData("NL", 2026, "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26")]
    [InlineData("NL", 2025, "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26")]
    [InlineData("NL", 2013, "01-01 03-29 04-01 04-30 05-05 05-09 05-20 12-25 12-26")]
    [InlineData("BE", 2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25")]
    [InlineData("XX", 2026, "")]
    public void A_country_keeps_the_holidays_of_its_law(string country, int year, string days)
    {
        var first = new DateOnly(year, 1, 1);
        var kept = Enumerable.Range(0, 365).Select(first.AddDays).Where(day => Holidays.IsHoliday(country, day))
            .Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal(days, string.Join(' ', kept));
    }

    [Theory]
    [InlineData("DK", "2026-Q1", 10, "2026-04-17")]
    [InlineData("NL", "2026-Q1", 10, "2026-04-16")]
    [InlineData("BE", "2026-Q1", 10, "2026-04-15")]
    [InlineData("DK NL BE", "2026-Q1", 10, "2026-04-17")]
    [InlineData("NL", "2026-03", 0, "2026-03-31")]
    [InlineData("NL", "2026-04-25", 0, "2026-04-28")]
    [InlineData("DK", "2026", 1, "2027-01-04")]
    public void A_report_is_due_so_many_working_days_after_its_period(string countries, string period, int grace, string due) =>
        Assert.Equal(On(due), new WorkingDays(countries.Split(' ')).Due(Period.Parse(period).Range, grace));

    [Fact]
    public void A_due_date_is_a_working_day_and_never_before_the_periods_end() =>
        Gen.Select(Anywhere, AnyPeriod, Gen.Int[0, 60]).Sample((days, period, grace) =>
        {
            var due = days.Due(period.Range, grace);
            return days.Has(due) && due >= period.Last
                && (grace == 0 || days.Between(period.Last, due) == grace);
        });

    [Fact]
    public void A_later_period_is_never_due_earlier_nor_with_more_grace() =>
        Gen.Select(Anywhere, AnyPeriod, AnyPeriod, Gen.Int[0, 60], Gen.Int[0, 5]).Sample((days, one, other, grace, more) =>
        {
            var (early, late) = one.Last <= other.Last ? (one, other) : (other, one);
            return days.Due(early.Range, grace) <= days.Due(late.Range, grace)
                && days.Due(one.Range, grace) <= days.Due(one.Range, grace + more);
        });

    [Fact]
    public void A_further_country_never_makes_anything_due_earlier() =>
        Gen.Select(AnyPeriod, Gen.Int[0, 60]).Sample((period, grace) =>
            new WorkingDays(["DK"]).Due(period.Range, grace) <= new WorkingDays(["BE", "DK"]).Due(period.Range, grace));
}
