using CsCheck;
using KpiGrid.Api.Totals;
using Xunit;
using static KpiGrid.Tests.Api.Given;

namespace KpiGrid.Tests.Api;

public sealed class TotalsShapeTests
{
    [Fact]
    public void No_measurement_is_null_and_zero_is_zero()
    {
        Assert.Null(Answer(Kpi(), Sum()).Value);
        var zero = Answer(Kpi(), Sum(Bucket("0")));
        Assert.Equal((Amount.Zero, 1), (zero.Value, zero.N));
    }

    [Fact]
    public void Percent_is_divided_at_the_end()
    {
        var answer = Answer(Kpi(KpiKind.Ratio, "%", 2), Sum(Bucket("100", "1100", n: 2)));
        Assert.Equal(Of("9.090909091"), answer.Value);
        Assert.Equal(Of("9.09"), answer.Shown);
        Assert.Equal((Of("100"), Of("1100")), (answer.A, answer.B));
    }

    [Fact]
    public void A_zero_denominator_is_null_with_its_parts_beside_it()
    {
        var answer = Answer(Kpi(KpiKind.Ratio, "%", 2), Sum(Bucket("5", "0")));
        Assert.Null(answer.Value);
        Assert.Equal((Of("5"), Amount.Zero), (answer.A, answer.B));
    }

    [Fact]
    public void A_level_is_a_weighted_mean() =>
        Assert.Equal(Of("11"), Answer(Kpi(KpiKind.Level, "kgCO2e/m2/a", 1), Sum(Bucket("44000", "4000", n: 2))).Value);

    [Fact]
    public void Workshops_in_thirds_are_shown_whole()
    {
        var kpi = Kpi(KpiKind.EventCount, "1", 0);
        var (total, split) = Shape(kpi).Of(Sums([Sum(Bucket("10", n: 3))],
            Part("NL-GM0200", Sum(Bucket("3.333333334"))),
            Part("NL-GM0344", Sum(Bucket("3.333333333"))),
            Part("NL-GM0599", Sum(Bucket("3.333333333")))), _ => null);
        Assert.Equal(Of("10"), total[0].Shown);
        Assert.Equal([Of("4"), Of("3"), Of("3")], split.Select(part => part.Periods[0].Shown!.Value));
        Assert.Equal(Of("3.333333334"), split[0].Periods[0].Value);
    }

    [Fact]
    public void Parts_shown_whole_add_to_the_whole_shown() =>
        Gen.Long[-5_000_000_000, 5_000_000_000].Array[1, 12].Sample(counts =>
        {
            var parts = counts.Select(count => new Amount(count)).ToList();
            var shown = Shown.WholeParts(parts);
            var whole = parts.Aggregate(Amount.Zero, (sum, part) => sum + part);
            Assert.Equal(Shown.Rounded(whole, 0), shown.Aggregate(Amount.Zero, (sum, part) => sum + part));
            Assert.All(parts.Zip(shown), pair =>
                Assert.True(Int128.Abs(pair.First.Count - pair.Second.Count) < Amount.Scale));
        });

    [Theory]
    [InlineData("2.5", 0, "2"), InlineData("3.5", 0, "4"), InlineData("-2.5", 0, "-2"), InlineData("-0.6", 0, "-1")]
    [InlineData("1.005", 2, "1"), InlineData("1.015", 2, "1.02"), InlineData("1.23456789", 9, "1.23456789")]
    public void What_is_shown_is_rounded_half_to_even(string value, int decimals, string shown) =>
        Assert.Equal(Of(shown), Shown.Rounded(Of(value), decimals));

    [Fact]
    public void Two_currencies_are_two_amounts()
    {
        var answer = Answer(Kpi(unit: "money"), Sum(
            Bucket("3000000", currency: "DKK"), Bucket("730000", currency: "DKK", flag: Flag.Declared),
            Bucket("50000", currency: "EUR")));
        Assert.Null(answer.Value);
        Assert.Null(answer.Estimated);
        Assert.Equal([new("DKK", Of("3730000"), 2), new("EUR", Of("50000"), 1)], answer.Amounts!);
    }

    [Fact]
    public void One_currency_is_a_value_in_it()
    {
        var answer = Answer(Kpi(unit: "money"), Sum(Bucket("50000", currency: "EUR")));
        Assert.Equal((Of("50000"), "EUR"), (answer.Value, answer.Unit));
        Assert.Null(answer.Amounts);
    }

    [Fact]
    public void A_score_is_a_distribution_with_its_lower_median()
    {
        var answer = Answer(Kpi(KpiKind.Score, "score", 0), Sum(Bucket("1", @class: "3"), Bucket("1", @class: "2")));
        Assert.Null(answer.Value);
        Assert.Equal([new("2", Amount.One), new("3", Amount.One)], answer.Distribution!);
        Assert.Equal(Of("2"), answer.Median);
    }

    [Fact]
    public void Members_are_counted_once_and_parts_may_exceed_them()
    {
        PeriodSum first = Sum(Bucket("0")) with { Members = [1, 2, 3] },
            second = Sum(Bucket("0")) with { Members = [3, 4] };
        var (total, split) = Shape(Kpi(KpiKind.Distinct, "company", 0)).Of(
            Sums([Fold.Add(Quarter, [first, second])], Part("DK-0615", first), Part("DK-0740", second)), _ => null);
        Assert.Equal((Of("4"), 2, Of("5")), (total[0].Value, total[0].N, total[0].PartsExceed));
        Assert.Equal([Of("3"), Of("2")], split.Select(part => part.Periods[0].Value!.Value));
    }

    [Fact]
    public void A_bare_number_gives_bounds()
    {
        var sum = Sum(Bucket("0", n: 2)) with { Members = [1, 2], Numbers = [new(9, Of("5"))] };
        var answer = Answer(Kpi(KpiKind.Distinct, "company", 0), sum);
        Assert.Null(answer.Value);
        Assert.Equal((Of("5"), Of("7")), (answer.AtLeast, answer.AtMost));
    }

    [Fact]
    public void Two_definition_series_are_shown_side_by_side()
    {
        var answer = Answer(Kpi(), Sum(Bucket("5"), Bucket("7", series: 3)));
        Assert.Null(answer.Value);
        Assert.Equal(2, answer.N);
        Assert.Contains("definition-break", answer.Marks);
        Assert.Equal([(1, Of("5")), (3, Of("7"))], answer.Series!.Select(line => (line.Definition, line.Value!.Value)));
    }

    [Fact]
    public void The_estimated_part_and_what_is_provisional_are_told()
    {
        var answer = Answer(Kpi(), Sum(Bucket("30", flag: Flag.Estimated, provisional: true), Bucket("-10")));
        Assert.Equal(Of("0.75"), answer.Estimated);
        Assert.True(answer.Provisional);
    }

    [Fact]
    public void A_period_to_come_is_null_without_coverage()
    {
        var (future, current) = (Asked("2026-12"), Asked("2026-11"));
        var sum = Sum(Bucket("5")) with { Coverage = new(1, 1, null) };
        var (periods, _) = Shape(Kpi(), false, current, future).Of(Sums([sum, sum]), _ => null);
        Assert.Equal(["in-progress"], periods[0].Marks);
        Assert.Equal(Of("5"), periods[0].Value);
        Assert.Equal((null, 0, null), (periods[1].Value, periods[1].N, periods[1].Coverage));
    }

    [Fact]
    public void The_edges_of_a_clipped_period_are_marked()
    {
        var asked = AskedPeriod.Between(new(2026, 1, 15), new(2026, 3, 1), PeriodSize.Month).ToArray();
        var (periods, _) = Shape(Kpi(), false, asked).Of(Sums([Sum(), Sum()]), _ => null);
        Assert.Equal(("2026-01", "2026-01-15/2026-02-01"), (periods[0].Period, periods[0].Days));
        Assert.Equal(["clipped"], periods[0].Marks);
        Assert.Equal(("2026-02", null), (periods[1].Period, periods[1].Days));
    }

    private static AskedPeriod Asked(string period) => new(Period.Parse(period), Period.Parse(period).Range);
}
