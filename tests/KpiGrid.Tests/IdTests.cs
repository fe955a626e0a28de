using Xunit;

namespace KpiGrid.Tests;

public sealed class IdTests
{
    [Theory]
    [InlineData("stop-byggespild")]
    [InlineData("1")]
    [InlineData("-")]
    public void Pilots_and_regions_are_slugs(string text)
    {
        Assert.Equal(text, PilotId.Parse(text).ToString());
        Assert.Equal(text, RegionId.Parse(text).ToString());
        Assert.Equal(text, ClassId.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Stop")]
    [InlineData("a b")]
    [InlineData("a_b")]
    [InlineData("a/b")]
    [InlineData("å")]
    [InlineData("а")]
    [InlineData("a\0")]
    [InlineData("１")]
    [InlineData(null)]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(PilotId.TryParse(text, out _));
        Assert.False(RegionId.TryParse(text, out _));
        Assert.False(ClassId.TryParse(text, out _));
    }

    [Fact]
    public void Every_id_has_its_longest_length()
    {
        Assert.True(PilotId.TryParse(new string('a', 64), out _));
        Assert.False(PilotId.TryParse(new string('a', 65), out _));
        Assert.True(RegionId.TryParse(new string('a', 64), out _));
        Assert.False(RegionId.TryParse(new string('a', 65), out _));
        Assert.True(ClassId.TryParse(new string('a', 48), out _));
        Assert.False(ClassId.TryParse(new string('a', 49), out _));
        Assert.True(KpiCode.TryParse(new string('A', 32), out _));
        Assert.False(KpiCode.TryParse(new string('A', 33), out _));
        Assert.True(MeasurementId.TryParse(new string('~', 64), out _));
        Assert.False(MeasurementId.TryParse(new string('~', 65), out _));
        Assert.True(MunicipalityId.TryParse("NL-" + new string('1', 13), out _));
        Assert.False(MunicipalityId.TryParse("NL-" + new string('1', 14), out _));
    }

    [Theory]
    [InlineData("DK-0657", true)]
    [InlineData("NL-GM0363", true)]
    [InlineData("BE-34022", true)]
    [InlineData("dk-0657", false)]
    [InlineData("DK0657", false)]
    [InlineData("DK-", false)]
    [InlineData("DKK-0657", false)]
    [InlineData("DK-gm1", false)]
    public void A_municipality_is_its_country_and_its_national_code(string text, bool valid) =>
        Assert.Equal(valid, MunicipalityId.TryParse(text, out _));

    [Fact]
    public void A_leading_zero_is_part_of_a_code() =>
        Assert.NotEqual(MunicipalityId.Parse("DK-0101"), MunicipalityId.Parse("DK-101"));

    [Theory]
    [InlineData("CDW-DIV", true)]
    [InlineData("CO2-AVD", true)]
    [InlineData("cdw-div", false)]
    [InlineData("CDW DIV", false)]
    public void A_KPI_code_has_capital_letters_digits_and_dashes(string text, bool valid) =>
        Assert.Equal(valid, KpiCode.TryParse(text, out _));

    [Theory]
    [InlineData("wb 2026/11:03#17", true)]
    [InlineData("a\n", false)]
    [InlineData("a\u007f", false)]
    [InlineData("é", false)]
    public void A_measurement_id_is_printable_ASCII(string text, bool valid) =>
        Assert.Equal(valid, MeasurementId.TryParse(text, out _));

    [Fact]
    public void Ids_are_ordered_by_ordinal_text()
    {
        string[] codes = ["DK-0740", "BE-34022", "DK-0615", "NL-GM0363"];
        Assert.Equal(["BE-34022", "DK-0615", "DK-0740", "NL-GM0363"],
            codes.Select(MunicipalityId.Parse).Order().Select(code => code.Value));
    }

    [Fact]
    public void A_text_that_is_no_id_is_named_in_the_message()
    {
        var refusal = Assert.Throws<FormatException>(() => PilotId.Parse("a b"));
        Assert.Contains("'a b'", refusal.Message, StringComparison.Ordinal);
    }
}
