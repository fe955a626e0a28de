using CsCheck;
using KpiGrid.Api.Exchange;
using Xunit;

namespace KpiGrid.Tests.Api.Exchange;

/// <summary>Workbooks as spreadsheets save them, and as nobody should.</summary>
public sealed class WorkbookTests
{
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>kpi</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>value</t></is></c></row>";
    private const long Mebibyte = 1_024 * 1_024;

    [Theory]
    [InlineData("<v>1.1299999999999999</v>", "1.13")]
    [InlineData("<v>0.30000000000000004</v>", "0.3")]
    [InlineData("<v>1.25E-3</v>", "0.00125")]
    [InlineData("<v>-12.5</v>", "-12.5")]
    [InlineData("<v>123456789012345</v>", "123456789012345")]
    [InlineData("<v>1E+40</v>", "1E+40")]
    [InlineData("<f>SUM(A1:A9)</f><v>7</v>", "7")]
    [InlineData("<f>1+1</f>", "")]
    public void A_number_is_what_its_digits_say_and_a_formula_is_never_computed(string content, string text) =>
        Assert.Equal(text, Cell(new($"{Header}<row r=\"2\"><c r=\"A2\" t=\"str\"><v>A</v></c><c r=\"B2\">{content}</c></row>")).Text);

    [Theory]
    [InlineData(1, "46329", "2026-11-03")]
    [InlineData(2, "46329.75", "2026-11-03")]
    [InlineData(3, "46329", "46329")]
    [InlineData(0, "46329", "46329")]
    public void A_day_is_told_by_the_format_of_its_cell(int format, string value, string text) =>
        Assert.Equal(text, Cell(new TestBook($"{Header}<row r=\"2\"><c r=\"B2\" s=\"{format}\"><v>{value}</v></c></row>").Formats()).Text);

    [Fact]
    public void Days_may_be_counted_from_1904() => Assert.Equal("2026-11-03",
        Cell(new TestBook($"{Header}<row r=\"2\"><c r=\"B2\" s=\"1\"><v>44867</v></c></row>", "<workbookPr date1904=\"1\"/>").Formats()).Text);

    [Fact]
    public void Texts_are_shared_or_inside_and_what_a_number_is_the_file_says()
    {
        var book = new TestBook("""
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="inlineStr"><is><t>value</t></is></c></row>
            <row r="7"><c r="A7" t="s"><v>1</v></c><c r="B7" t="b"><v>1</v></c><c r="C7"><v>12.5</v></c></row>
            """).Texts("<t>kpi</t>", "<r><t>CDW</t></r><r><t xml:space=\"preserve\">-DIV</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>");
        var table = FileTables.Read(book.Bytes(), new());
        Assert.Equal(["kpi", "", "value"], table.Header);
        var row = Assert.Single(table.Rows);
        Assert.Equal(7, row.Line);
        Assert.Equal(("CDW-DIV", "true", "12.5", true), (row.At(0).Text, row.At(1).Text, row.At(2).Text, row.At(2).IsNumber));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_has_unfolded()
    {
        var zeros = new byte[Mebibyte];
        Array.Fill(zeros, (byte)' ');
        foreach (var part in (string[])["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"])
        {
            var bomb = new TestBook(Header).Put(part, stream =>
            {
                stream.Write("<x>"u8);
                for (var i = 0; i < 256; i++) stream.Write(zeros);
                stream.Write("</x>"u8);
            }).Bytes();
            Assert.InRange(bomb.Length, 1, 4 * Mebibyte);
            var before = GC.GetTotalAllocatedBytes();
            var refused = FileTablesTests.Refused(bomb, new() { UnpackedBytesMax = 8 * (int)Mebibyte });
            Assert.Equal((413, "file-unpacked-too-large"), (refused.Status, refused.Problem.Code));
            Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100 * Mebibyte);
        }
    }

    [Theory]
    [InlineData("<row r=\"2\"><c r=\"ZZZZZZZZ2\"><v>1</v></c></row>", "file-columns-too-many")]
    [InlineData("<row r=\"2\"><c r=\"F2\"><v>1</v></c></row>", "file-columns-too-many")]
    [InlineData("<row r=\"2\"><c r=\"12\"><v>1</v></c></row>", "file-unreadable")]
    [InlineData("<row r=\"2\"><c r=\"B2\" t=\"s\"><v>99</v></c></row>", "file-unreadable")]
    [InlineData("<row r=\"x\"><c r=\"B2\"><v>1</v></c></row>", "file-unreadable")]
    [InlineData("<row r=\"2\"><c r=\"B2\"><v>1</v></row>", "file-unreadable")]
    [InlineData("<row><c><v>1</v></c></row><row><c><v>1</v></c></row><row><c><v>1</v></c></row><row><c><v>1</v></c></row>", "file-rows-too-many")]
    [InlineData("<row r=\"2\"><c r=\"B2\" t=\"str\"><v>123456789012345678901</v></c></row>", "file-cell-too-long")]
    public void A_sheet_that_goes_too_far_or_nowhere_is_refused(string rows, string code) =>
        Assert.Equal(code, FileTablesTests.Refused(new TestBook(Header + rows).Bytes(), FileTablesTests.Small).Problem.Code);

    [Fact]
    public void Entities_other_places_and_too_many_parts_are_refused()
    {
        const string entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet><sheetData>&b;</sheetData></worksheet>";
        Assert.Equal("file-unreadable", FileTablesTests.Refused(new TestBook(Header).Put("xl/worksheets/sheet1.xml", entities).Bytes()).Problem.Code);
        const string outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>&a;</sheetData></worksheet>";
        Assert.Equal("file-unreadable", FileTablesTests.Refused(new TestBook(Header).Put("xl/worksheets/sheet1.xml", outside).Bytes()).Problem.Code);
        foreach (var target in (string[])["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "https://example.org/x", ""])
            Assert.Equal("file-unreadable", FileTablesTests.Refused(new TestBook(Header).Target(target).Bytes()).Problem.Code);
        var many = new TestBook(Header);
        for (var i = 0; i < 600; i++) many.Put($"xl/media/{i}", "x");
        Assert.Equal("file-parts-too-many", FileTablesTests.Refused(many.Bytes()).Problem.Code);
    }

    [Fact]
    public void A_damaged_workbook_is_read_or_refused_and_nothing_else()
    {
        var good = new TestBook($"{Header}<row r=\"2\"><c r=\"B2\" s=\"1\"><v>46329</v></c></row>").Formats().Texts("<t>kpi</t>").Bytes();
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[5, good.Length]).Sample((at, value, length) =>
        {
            var bytes = good[..length];
            bytes[at % length] = value;
            try
            {
                FileTables.Read(bytes, new());
            }
            catch (FileRefusedException)
            {
                // That is the answer.
            }
        }, iter: 2_000);
    }

    private static FileCell Cell(TestBook book) => FileTables.Read(book.Bytes(), new()).Rows is [var row] ? row.At(1) : default;
}
