using KpiGrid.Tests.Http;
using Xunit;

namespace KpiGrid.Tests.Import;

/// <summary>Columns whose numbers could be a thousand times as much.</summary>
public sealed class NumberMarksTests
{
    private const string Header = "day,site,amount";

    [Fact]
    public async Task A_Flemish_column_with_and_without_decimals_is_read_without_doubt()
    {
        var counts = await Import("nl", "\"24.201,57\"", "\"0,00\"", "46.769");
        Assert.Equal((3, 0, 0), (counts.Recorded, counts.Errors, counts.Warnings.Count));
        Assert.Equal(["24201.57", "0", "46769"], Values("nl", "\"24.201,57\"", "\"0,00\"", "46.769"));
    }

    [Fact]
    public async Task A_mixed_column_is_refused_cell_by_cell_and_shown()
    {
        var counts = await Import("en", "\"24.201,57\"", "1.5", "46.769");
        var error = Assert.Single(counts.FirstErrors);
        Assert.Equal((2, "amount", "24.201,57"), (error.Line, error.Column, error.Value));
        Assert.Contains("it is 24201.57", error.Remedy, StringComparison.Ordinal);
        Assert.Contains("declare another culture", error.Remedy, StringComparison.Ordinal);
        Assert.Contains(counts.Warnings, warning =>
            warning.StartsWith("line 2, amount, '24.201,57': mixed number styles", StringComparison.Ordinal)
            && warning.Contains("'1.5' on line 3", StringComparison.Ordinal));
        Assert.Equal(0, counts.Recorded);
    }

    [Theory]
    [InlineData("en", "a fraction", "109.81"), InlineData("nl", "thousands", "109810")]
    public async Task A_number_that_may_be_a_thousand_times_as_much_is_told_where_nothing_confirms_it(
        string culture, string reading, string value)
    {
        var counts = await Import(culture, "7", "109.810");
        Assert.Contains(counts.Warnings, warning =>
            warning.StartsWith($"line 3, amount, '109.810': '.' is read as parting {reading}", StringComparison.Ordinal)
            && warning.Contains("a factor of 1000", StringComparison.Ordinal));
        Assert.Equal(["7", value], Values(culture, "7", "109.810"));
    }

    [Theory]
    [InlineData("en", "0.125"), InlineData("en", "1760.298"), InlineData("en", "0.1164"), InlineData("en", "12.5")]
    public async Task A_number_that_can_only_be_a_fraction_confirms_the_others(string culture, string sure) =>
        Assert.Empty((await Import(culture, "109.810", sure)).Warnings);

    [Theory]
    [InlineData("1.234.567", "1234567"), InlineData("\"1.234,5\"", "1234.5")]
    public async Task Two_dots_or_foreign_marks_are_refused_with_what_they_would_be(string text, string value)
    {
        var error = Assert.Single((await Import("en", text)).FirstErrors);
        Assert.Contains($"it is {value}", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comma_in_a_quoted_number_is_read_by_culture_or_refused_and_never_skipped()
    {
        Assert.Equal(["1114.2"], Values("en", "\"1,114.2\""));
        var counts = await Import("nl", "\"1,114.2\"", "5");
        Assert.Equal((1, 0, 2), (counts.Errors, counts.Recorded, counts.Rows));
        Assert.Contains("it is 1114.2", Assert.Single(counts.FirstErrors).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_digits_are_told_by_row_column_and_value()
    {
        var counts = await Import("en", "1.13E+8", "113000001");
        Assert.Equal("line 2, amount, '1.13E+8': 3 significant digits are left: get the number from before the file "
            + "passed through a spreadsheet", Assert.Single(counts.FirstTold).ToString());
        Assert.Equal((1, 2), (counts.LostDigits, counts.Recorded));
        Assert.Equal("3 significant digits", Rows("en", "1.13E+8").Rows[0].Note);
    }

    private static Reads Rows(string culture, params string[] values) => Reads.Of(
        Reads.Plain.Replace("\"en\"", $"\"{culture}\"", StringComparison.Ordinal),
        [Header, .. values.Select((value, at) => $"2026,s{at},{value}")]);

    private static IEnumerable<string> Values(string culture, params string[] values) => Rows(culture, values).Values;

    private static async Task<Host.Import.ImportCounts> Import(string culture, params string[] values)
    {
        await using var server = await FailingServer.Start();
        return await Imports.Run(server, Reads.Plain.Replace("\"en\"", $"\"{culture}\"", StringComparison.Ordinal),
            [Header, .. values.Select((value, at) => $"2026,s{at},{value}")]);
    }
}
