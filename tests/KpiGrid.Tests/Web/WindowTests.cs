using CsCheck;
using KpiGrid.Web.Regions;
using Xunit;

namespace KpiGrid.Tests.Web;

public sealed class WindowTests
{
    [Theory]
    [InlineData("2026", null, "quarter 2025-01-01/2027-01-01")]
    [InlineData("2026", "month", "month 2025-01-01/2027-01-01")]
    [InlineData("2026-Q1", null, "quarter 2024-07-01/2026-04-01")]
    [InlineData("2026-03", null, "month 2025-04-01/2026-04-01")]
    [InlineData("2026-11-02/2026-11-12", null, "day 2026-11-02/2026-11-12")]
    [InlineData("1900-01-01/2999-06-01", "day", "year 2880-01-01/2999-06-01")]
    public void A_window_ends_with_the_period_shown(string period, string? by, string window)
    {
        var asked = PeriodSizes.TryParse(by, out var size) ? size : (PeriodSize?)null;
        var made = Window.Of(Period.Parse(period), asked);
        Assert.Equal(window, $"{made.By.Text()} {made.Days}");
    }

    [Fact]
    public void No_address_makes_a_page_of_endless_periods() => Gen.Select(
        Gen.Int[0, 300_000], Gen.Int[0, 90_000], Gen.Enum<PeriodSize>().Where(size => size != PeriodSize.Range)).Sample((day, length, by) =>
        {
            var first = new DateOnly(1900, 1, 1).AddDays(day);
            var window = Window.Of(Period.Of(new DayRange(first, first.AddDays(length))), by);
            Assert.InRange(Period.Between(window.Days.First, window.Days.Last.AddDays(1), window.By).Count(), 1, 121);
        });
}
