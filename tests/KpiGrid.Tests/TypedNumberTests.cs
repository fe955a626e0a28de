using CsCheck;
using Xunit;

namespace KpiGrid.Tests;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("1,5", "1.5")]
    [InlineData("1.5", "1.5")]
    [InlineData(" 1250 ", "1250")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1\u00A0234.5", "1234.5")]
    [InlineData("1.250.000", "1250000")]
    [InlineData("0.250", "0.25")]
    [InlineData("0,250", "0.25")]
    [InlineData("-0,250", "-0.25")]
    [InlineData("−3,5", "-3.5")]
    [InlineData("1.2500", "1.25")]
    [InlineData(",5", "0.5")]
    [InlineData("1234.567", "1234.567")]
    public void A_number_that_can_mean_one_thing_is_that(string text, string number) =>
        Assert.Equal([Amount.Parse(number)], TypedNumber.Read(text));

    [Theory]
    [InlineData("1.250", "1.25", "1250")]
    [InlineData("1,250", "1.25", "1250")]
    [InlineData("-12.500", "-12.5", "-12500")]
    [InlineData("999,001", "999.001", "999001")]
    public void A_number_that_can_mean_two_things_is_asked(string text, string smaller, string larger) =>
        Assert.Equal([Amount.Parse(smaller), Amount.Parse(larger)], TypedNumber.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("12 t")]
    [InlineData("1.23.4")]
    [InlineData("1,2,3")]
    [InlineData("12.50.000")]
    [InlineData("1e3")]
    [InlineData("١٢")]
    [InlineData("--1")]
    [InlineData("=1+1")]
    public void What_is_no_number_is_none(string text) => Assert.Empty(TypedNumber.Read(text));

    [Fact]
    public void Every_number_can_be_written_so_that_it_means_itself_alone() =>
        Gen.Select(Gen.Long, Gen.Bool).Sample((count, hasComma) =>
        {
            var amount = new Amount(count);
            Assert.Equal([amount], TypedNumber.Read(TypedNumber.Write(amount, hasComma ? ',' : '.')));
        });
}
