using KpiGrid.Api.Questions;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Totals;
using Xunit;

namespace KpiGrid.Tests.Api;

/// <summary>A total of money in one currency, held against a sum over each amount at the rate of its own day.</summary>
public sealed class ConvertedTotalsTests
{
    private static readonly DateOnly begin = new(2026, 1, 1);
    private static readonly Definition spent = new(KpiCode.Parse("FIN-SPD"), 1, KpiKind.Flow, Definition.MoneyUnit, 2);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void Each_amount_is_converted_at_the_rate_of_its_day_whatever_the_periods_and_rounded_once(int seed)
    {
        var random = new Random(seed);
        var rates = Rates(random);
        var paid = Enumerable.Range(0, random.Next(1, 30)).Select(_ => new Money(
            new(random.NextInt64(0, 1_000_000_000_000_000)), random.Next(2) == 0 ? "DKK" : "EUR", begin.AddDays(random.Next(365)))).ToList();
        var size = new[] { PeriodSize.Range, PeriodSize.Month, PeriodSize.Quarter, PeriodSize.Half }[random.Next(4)];
        var periods = AskedPeriod.Between(begin.AddDays(random.Next(60)), begin.AddDays(300 + random.Next(60)), size).ToList();
        var conversion = new Conversion(rates, "DKK");

        var sums = TotalsShape.Days(periods, false, conversion).Select(days => Sum(paid, days)).ToList();
        var told = new TotalsShape(spent, periods, false, new(2027, 6, 1), conversion: conversion)
            .Of(new() { Version = NodeVersion.None, ConfirmedAt = default, Periods = sums }, key => key).Periods;

        foreach (var (period, answer) in periods.Zip(told))
        {
            var own = paid.Where(each => period.Days.Contains(each.Day)).ToList();
            var exact = own.Sum(each => each.Amount.ToDecimal() * (each.Currency == "DKK" ? 1m : rates.On(each.Day)!.Value.ToDecimal()));
            var expected = own.All(each => each.Currency == "DKK") ? exact : Math.Round(exact, 2, MidpointRounding.ToEven);
            Assert.True((own.Count == 0 ? (decimal?)null : expected) == answer.Value?.ToDecimal(), $"seed {seed}, {period.Days}: {expected}, {answer.Value}");
            Assert.Equal(own.Count == 0 ? null : "DKK", answer.Unit);
        }
    }

    [Fact]
    public void What_stands_is_converted_once_at_the_rate_of_the_last_day()
    {
        var stock = spent with { Kind = KpiKind.Stock };
        var periods = AskedPeriod.Between(begin, begin.AddDays(90), PeriodSize.Range).ToList();
        var conversion = new Conversion(Rates(new(1)), "DKK", isStanding: true);
        Assert.Equal([periods[0].Days, periods[0].Days], TotalsShape.Days(periods, false, conversion));
        var sum = Sum([new(Amount.Of(100), "EUR", begin)], periods[0].Days);
        var told = new TotalsShape(stock, periods, false, new(2027, 6, 1), conversion: conversion)
            .Of(new() { Version = NodeVersion.None, ConfirmedAt = default, Periods = [sum, sum] }, key => key).Periods;
        Assert.Equal(Amount.Parse("746"), told[0].Value);
    }

    [Fact]
    public void Money_that_the_series_does_not_convert_is_no_value_and_says_so()
    {
        var periods = AskedPeriod.Between(begin, begin.AddDays(90), PeriodSize.Range).ToList();
        var conversion = new Conversion(Rates(new(1)), "DKK");
        var days = TotalsShape.Days(periods, false, conversion);
        var told = new TotalsShape(spent, periods, false, new(2027, 6, 1), conversion: conversion).Of(new()
        {
            Version = NodeVersion.None, ConfirmedAt = default,
            Periods = [.. days.Select(part => Sum([new(Amount.Of(5), "SEK", begin)], part))],
        }, key => key).Periods[0];
        Assert.Null(told.Value);
        Assert.Equal(["not-converted"], told.Marks);
        Assert.Equal(["SEK 5"], told.Amounts!.Select(amount => $"{amount.Unit} {amount.Value}"));
    }

    private static RateSeriesFacts Rates(Random random) => new()
    {
        Name = "sample", Base = "EUR", Quote = "DKK", Source = "test",
        Rates =
        [
            new() { From = begin, Value = Amount.Parse("7.46") },
            .. Enumerable.Range(0, random.Next(12)).Select(_ => begin.AddDays(random.Next(91, 365))).Distinct()
                .Select(day => new Rate { From = day, Value = new(7_000_000_000 + random.NextInt64(1, 1_000_000) * 1_000) }),
        ],
    };

    private static PeriodSum Sum(IEnumerable<Money> paid, DayRange days) => new()
    {
        Days = days,
        Buckets =
        [
            .. paid.Where(each => days.Contains(each.Day)).GroupBy(each => each.Currency).Select(group => new Bucket(
                1, null, group.Key, Flag.Measured, false,
                group.Aggregate(CellValue.None, (sum, each) => sum + new CellValue(each.Amount, Amount.Zero, 1)))),
        ],
    };
}
