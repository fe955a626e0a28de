using Xunit;

namespace KpiGrid.Tests.Import;

public sealed class NumberStyleTests
{
    [Theory]
    [InlineData("da", "1.234,5", "1234.5")]
    [InlineData("nl", "109.810", "109810")]
    [InlineData("en", "1,114.2", "1114.2")]
    [InlineData("en", "-4480", "-4480")]
    [InlineData("en", "0.1164", "0.1164")]
    [InlineData("da", "1.234.567,000000001", "1234567.000000001")]
    [InlineData("en", "1.13E+8", "113000000")]
    public void A_number_is_read_as_its_culture_writes_it(string culture, string text, string amount) =>
        Assert.Equal(amount, Read(culture, text)?.ToString());

    [Theory]
    [InlineData("da", "1.23")]
    [InlineData("da", "1,234.5")]
    [InlineData("en", "1.234,5")]
    [InlineData("en", "12,34")]
    [InlineData("en", "1,2345")]
    [InlineData("en", ",123")]
    [InlineData("en", "1.2.3")]
    [InlineData("en", "1 234")]
    [InlineData("en", "1.0000000001")]
    [InlineData("en", "ten")]
    [InlineData("en", "")]
    public void A_number_written_otherwise_is_refused(string culture, string text) => Assert.Null(Read(culture, text));

    [Fact]
    public void A_value_column_may_have_marks_of_its_own()
    {
        var map = Reads.WithValues("""[{"column":"amount","decimal":"·","thousands":"'"}]""");
        Assert.Equal(["1234.5"], Reads.Of(map, "day,site,amount", "2026,a,1'234·5").Values);
    }

    [Fact]
    public void An_exponent_is_told_because_it_lost_digits()
    {
        Assert.True(NumberStyle.English.TryRead("1.13E+8", out _, out var lost));
        Assert.True(lost);
    }

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("-7", "-7")]
    [InlineData("1.5", null)]
    [InlineData("1,5", null)]
    public void Where_no_mark_is_declared_a_number_has_none(string text, string? amount) =>
        Assert.Equal(amount, NumberStyle.Whole.TryRead(text, out var read, out _) ? read.ToString() : null);

    [Theory]
    [InlineData("1234.5", "1234.5")]
    [InlineData("1,234.5", null)]
    [InlineData("1,5", null)]
    public void Plain_numbers_have_no_thousands_marks(string text, string? amount) =>
        Assert.Equal(amount, NumberStyle.Plain.TryRead(text, out var read, out _) ? read.ToString() : null);

    private static Amount? Read(string culture, string text) =>
        NumberStyle.TryOf(culture, out var style) && style.TryRead(text, out var amount, out _) ? amount : null;
}
