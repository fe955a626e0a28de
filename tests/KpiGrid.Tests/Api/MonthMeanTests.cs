using KpiGrid.Api.Totals;
using Xunit;
using static KpiGrid.Tests.Api.Given;

namespace KpiGrid.Tests.Api;

public sealed class MonthMeanTests
{
    [Theory]
    [InlineData("1000", "1000", "800", "931.111111111"), InlineData("40", "55", "48", "47.422222222")]
    public void A_stock_is_weighted_by_the_days_of_its_months(string january, string february, string march,
        string mean)
    {
        var shape = Shape(Kpi(KpiKind.Stock, "m2", 2), true);
        var (periods, _) = shape.Of(Sums(
            [Sum(Bucket(march)), Month(1, january), Month(2, february), Month(3, march)]), _ => null);
        Assert.Equal(Of(mean), periods[0].Value);
        Assert.Equal(Shown.Rounded(Of(mean), 2), periods[0].Shown);
    }

    [Fact]
    public void Months_without_a_value_count_on_neither_side() =>
        Assert.Equal(Of("800"), MonthMean.Of(Kpi(KpiKind.Stock), [Month(1), Month(2), Month(3, "800")]));

    [Fact]
    public void Without_any_value_there_is_no_mean() =>
        Assert.Null(MonthMean.Of(Kpi(KpiKind.Stock), [Month(1), Month(2)]));

    [Fact]
    public void A_level_is_divided_in_each_month_and_rounded_once()
    {
        var level = Kpi(KpiKind.Level, "kgCO2e/m2/a");
        Assert.Equal(Of("0.333333333"), MonthMean.Of(level, [Month(1, "1", "3"), Month(2, "2", "6")]));
        Assert.Equal(Of("10"), MonthMean.Of(level, [Month(1, "10", "1"), Month(2, "7", "0")]));
    }

    [Fact]
    public void Months_in_two_currencies_have_no_mean() => Assert.Null(MonthMean.Of(Kpi(KpiKind.Stock, "money"),
    [
        Month(1) with { Buckets = [Bucket("1", currency: "DKK")] },
        Month(2) with { Buckets = [Bucket("1", currency: "EUR")] },
    ]));

    [Fact]
    public void The_days_to_ask_for_are_the_periods_and_then_their_months()
    {
        var asked = AskedPeriod.Between(new(2026, 1, 15), new(2026, 4, 1), PeriodSize.Quarter).ToList();
        var days = TotalsShape.Days(asked, mean: true);
        Assert.Equal(["2026-01-15/2026-04-01", "2026-01-15/2026-02-01", "2026-02-01/2026-03-01",
            "2026-03-01/2026-04-01"],
            days.Select(range => range.ToString()));
    }

    private static PeriodSum Month(int month, string? a = null, string b = "0") => new()
    {
        Days = Period.Of(new DateOnly(2026, month, 1), PeriodSize.Month).Range,
        Buckets = a is null ? [] : [Bucket(a, b)],
    };
}
