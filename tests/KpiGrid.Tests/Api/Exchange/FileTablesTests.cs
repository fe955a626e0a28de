using System.Text;
using KpiGrid.Api.Exchange;
using Xunit;

namespace KpiGrid.Tests.Api.Exchange;

public sealed class FileTablesTests
{
    [Theory]
    [InlineData("kpi;value\r\nA;1,5\r\nB;2\r\n")]
    [InlineData("kpi\tvalue\nA\t1,5\n\nB\t2")]
    [InlineData("\"kpi\",\"value\"\n\"A\",\"1,5\"\n,\nB,2\n")]
    [InlineData("\uFEFFkpi;value\nA;1,5\n;;\nB;2")]
    public void A_csv_is_read_as_spreadsheets_write_it(string text) => AssertTable(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void So_is_a_text_in_two_bytes_a_character() =>
        AssertTable([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("kpi\tvalue\r\nA\t1,5\r\nB\t2\r\n")]);

    [Fact]
    public void A_row_knows_its_line_also_after_a_cell_of_several()
    {
        var table = Read("kpi;note\n\nA;\"one\ntwo\"\nB;x\n");
        Assert.Equal([3L, 5L], table.Rows.Select(row => row.Line));
        Assert.Equal("one\ntwo", table.Rows[0].At(1).Text);
    }

    [Fact]
    public void Another_encoding_is_refused_and_the_line_named()
    {
        var refused = Refused([.. "kpi;note\nA;tr"u8, 0xE6, .. "\n"u8]);
        Assert.Equal("file-not-utf8", refused.Problem.Code);
        Assert.Equal(2, refused.Line);
    }

    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("\n\n;;\n", "file-empty")]
    [InlineData("kpi;value\n\"A;1\n", "quote-unclosed")]
    [InlineData("a;b;c;d;e\n", "file-columns-too-many")]
    [InlineData("a\n1\n2\n3\n4\n", "file-rows-too-many")]
    [InlineData("a\n12345678901234567890123\n", "file-cell-too-long")]
    public void What_cannot_be_taken_is_named(string text, string code) =>
        Assert.Equal(code, Refused(Encoding.UTF8.GetBytes(text), Small).Problem.Code);

    [Fact]
    public void A_file_too_large_and_a_workbook_of_the_old_form_are_refused()
    {
        Assert.Equal(413, Refused(new byte[2_000], new() { BytesMax = 1_500 }).Status);
        Assert.Equal("file-old-workbook", Refused([0xD0, 0xCF, 0x11, 0xE0, 0, 0]).Problem.Code);
    }

    internal static ExchangeOptions Small => new() { ColumnsMax = 4, RowsMax = 3, CellCharactersMax = 20 };

    internal static FileRefusedException Refused(byte[] file, ExchangeOptions? limits = null) =>
        Assert.Throws<FileRefusedException>(() => FileTables.Read(file, limits ?? new()));

    private static FileTable Read(string text) => FileTables.Read(Encoding.UTF8.GetBytes(text), new());

    private static void AssertTable(byte[] file)
    {
        var table = FileTables.Read(file, new());
        Assert.Equal(["kpi", "value"], table.Header);
        Assert.Equal(["A 1,5", "B 2"], table.Rows.Select(row => $"{row.At(0).Text} {row.At(1).Text}"));
    }
}
