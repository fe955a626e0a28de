using System.Globalization;
using System.Numerics;
using CsCheck;
using Xunit;

namespace KpiGrid.Tests;

public sealed class AmountTests
{
    private static readonly BigInteger CountMax = BigInteger.Pow(10, 24);

    private static readonly Gen<Amount> Amounts =
        from high in Gen.Long[-999_999_999_999_999, 999_999_999_999_999]
        from low in Gen.Long[0, Amount.Scale - 1]
        select new Amount((Int128)high * Amount.Scale + low);

    private static readonly Gen<(Amount A, Amount B)> Pairs = Gen.Select(Amounts, Amounts);

    [Fact]
    public void Every_amount_reads_back_from_its_text() =>
        Amounts.Sample(amount => Amount.Parse(amount.ToString()) == amount);

    [Fact]
    public void A_sum_does_not_depend_on_the_order() => Amounts.Array[0, 50].Sample(amounts =>
    {
        var forward = amounts.Aggregate(Amount.Zero, (sum, next) => sum + next);
        var backward = amounts.Reverse().Aggregate(Amount.Zero, (sum, next) => sum + next);
        var sorted = amounts.Order().Aggregate(Amount.Zero, (sum, next) => sum + next);
        return forward == backward && forward == sorted;
    });

    [Fact]
    public void What_is_taken_away_again_leaves_no_trace() =>
        Pairs.Sample(pair => pair.A + pair.B - pair.B == pair.A && -(-pair.A) == pair.A);

    [Fact]
    public void A_part_is_cut_toward_zero_and_never_more_than_its_share() =>
        Gen.Select(Amounts, Gen.Long[1, 1_000_000], Gen.Long[1, 1_000_000]).Sample((amount, one, other) =>
        {
            var (parts, whole) = (Math.Min(one, other), Math.Max(one, other));
            var part = amount.Part(parts, whole);
            var exact = (BigInteger)amount.Count * parts;
            var rest = BigInteger.Abs(exact) - BigInteger.Abs((BigInteger)part.Count * whole);
            return rest >= 0 && rest < whole && part.Sign * amount.Sign >= 0;
        });

    [Fact]
    public void A_quotient_is_off_by_at_most_half_and_even_at_the_half() => Pairs.Sample(pair =>
    {
        if (Amount.Quotient(pair.A, pair.B) is not { } quotient) return pair.B == Amount.Zero;
        var exact = (BigInteger)pair.A.Count * Amount.Scale;
        var twice = 2 * BigInteger.Abs(exact - (BigInteger)quotient.Count * pair.B.Count);
        var whole = BigInteger.Abs(pair.B.Count);
        return twice < whole || (twice == whole && Int128.IsEvenInteger(quotient.Count));
    });

    [Theory]
    [InlineData("1", "3", "0.333333333")]
    [InlineData("2", "3", "0.666666667")]
    [InlineData("-2", "3", "-0.666666667")]
    [InlineData("0.000000001", "2", "0")]
    [InlineData("0.000000003", "2", "0.000000002")]
    [InlineData("-0.000000003", "-2", "0.000000002")]
    [InlineData("-0.000000001", "2", "0")]
    public void A_quotient_is_rounded_half_to_even(string a, string b, string expected) =>
        Assert.Equal(expected, Amount.Quotient(Amount.Parse(a), Amount.Parse(b))?.ToString());

    [Fact]
    public void A_quotient_by_zero_is_no_value() => Assert.Null(Amount.Quotient(Amount.One, Amount.Zero));

    [Fact]
    public void Two_ratios_are_added_before_they_are_divided() =>
        Assert.Equal("9.090909091", Amount.Quotient(Amount.Of(90 + 10), Amount.Of(100 + 1000), 100)?.ToString());

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("1.0", "1")]
    [InlineData("1.00", "1")]
    [InlineData("+1.25", "1.25")]
    [InlineData("1.5e3", "1500")]
    [InlineData("15E-1", "1.5")]
    [InlineData("0.000000001", "0.000000001")]
    [InlineData("1.0000000000000", "1")]
    [InlineData("-999999999999999.999999999", "-999999999999999.999999999")]
    [InlineData("999999999999999999999999", "999999999999999999999999")]
    [InlineData("0e9999", "0")]
    public void A_number_is_read_exactly(string text, string expected) =>
        Assert.Equal(expected, Amount.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("1_000")]
    [InlineData("0.0000000001")]
    [InlineData("1e308")]
    [InlineData("1e-308")]
    [InlineData("1000000000000000000000000")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("--1")]
    [InlineData("e5")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("1e99999")]
    [InlineData("١٢")]
    [InlineData("１")]
    [InlineData("−1")]
    public void What_is_no_exact_amount_is_refused(string text) => Assert.False(Amount.TryParse(text, out _));

    [Fact]
    public void The_culture_of_the_thread_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("da-DK");
            Assert.Equal("-1234.5", Amount.Parse("-1234.5").ToString());
            Assert.Equal("2026-01-01/2026-02-01", Period.Parse("2026-01").Range.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_overflow_is_never_silent() =>
        Assert.Throws<OverflowException>(() => new Amount(Int128.MaxValue) + Amount.One);

    [Fact]
    public void A_decimal_goes_in_and_out_exactly()
    {
        Assert.Equal("1234.567890123", Amount.Of(1234.567890123m).ToString());
        Assert.Equal(-0.000000001m, Amount.Parse("-0.000000001").ToDecimal());
        Assert.Throws<ArgumentException>(() => Amount.Of(0.0000000001m));
    }

    [Fact]
    public void A_product_is_rounded_once() => Pairs.Sample(pair =>
    {
        var exact = (BigInteger)pair.A.Count * pair.B.Count;
        if (BigInteger.Abs(exact) >= CountMax * Amount.Scale) return true;
        var product = Amount.Product(pair.A, pair.B);
        return 2 * BigInteger.Abs(exact - (BigInteger)product.Count * Amount.Scale) <= Amount.Scale;
    });
}
