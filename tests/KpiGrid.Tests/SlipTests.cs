using CsCheck;
using Xunit;

namespace KpiGrid.Tests;

public sealed class SlipTests
{
    private static readonly IReadOnlyList<Amount> history = Amounts("12", "14.5", "11.2", "13");

    [Theory]
    [InlineData("12500", SlipKind.Thousand, "12.5")]
    [InlineData("0.0125", SlipKind.Thousand, "12.5")]
    [InlineData("125", SlipKind.Shifted, "12.5")]
    [InlineData("1.25", SlipKind.Shifted, "12.5")]
    [InlineData("0.125", SlipKind.Shifted, "12.5")]
    [InlineData("-12", SlipKind.Negative, "12")]
    [InlineData("999999", SlipKind.Outlier, null)]
    [InlineData("0.000001", SlipKind.Outlier, null)]
    public void A_number_that_does_not_fit_in_is_asked_about(string value, SlipKind kind, string? likely)
    {
        var slip = Slip.Of(Amount.Parse(value), history);
        Assert.Equal(kind, slip?.Kind);
        Assert.Equal(likely is null ? null : Amount.Parse(likely), slip?.Likely);
        Assert.Equal(Amount.Parse("13"), slip?.Usual);
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("4")]
    [InlineData("43")]
    [InlineData("0")]
    public void A_number_that_fits_in_is_not(string value) => Assert.Null(Slip.Of(Amount.Parse(value), history));

    [Fact]
    public void Beside_a_single_value_only_a_factor_of_a_thousand_is_asked_about()
    {
        Assert.Equal(SlipKind.Thousand, Slip.Of(Amount.Parse("11800"), Amounts("12"))?.Kind);
        Assert.Null(Slip.Of(Amount.Parse("120"), Amounts("12")));
        Assert.Null(Slip.Of(Amount.Parse("-12"), Amounts("12")));
        Assert.Null(Slip.Of(Amount.Parse("12"), []));
        Assert.Null(Slip.Of(Amount.Parse("12"), Amounts("0", "0", "0")));
    }

    /// <summary>Austin, March 2021: 0.125 lb where thousands are usual.</summary>
    [Fact]
    public void A_load_of_an_eighth_of_a_pound_is_asked_about() =>
        Assert.NotNull(Slip.Of(Amount.Parse("0.125"), Amounts("9360", "11240", "8120", "14380")));

    [Fact]
    public void Whatever_was_there_before_is_never_asked_about() =>
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Select(count => new Amount(count)).List[1, 20].Sample(values =>
            Assert.All(values, value => Assert.Null(Slip.Of(value, values))));

    private static IReadOnlyList<Amount> Amounts(params string[] texts) => [.. texts.Select(Amount.Parse)];
}
