using KpiGrid.Web.Charts;
using Xunit;

namespace KpiGrid.Tests.Web;

/// <summary>A cell never does anything in the spreadsheet that opens it.</summary>
public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0")]
    [InlineData("-", "'-")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"https://example.org\",\"a\")", "\"'=HYPERLINK(\"\"https://example.org\"\",\"\"a\"\")\"")]
    public void What_would_be_computed_begins_as_text(string text, string cell) => Assert.Equal(cell, CsvCell.Of(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("12", "12")]
    [InlineData("Træ", "Træ")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    public void A_number_stays_a_number_and_a_text_a_text(string text, string cell) => Assert.Equal(cell, CsvCell.Of(text));
}
