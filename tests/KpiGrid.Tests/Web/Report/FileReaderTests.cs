using System.Text;
using KpiGrid.Api.Exchange;
using KpiGrid.Tests.Api.Exchange;
using KpiGrid.Web.Report.Files;
using KpiGrid.Web.Texts;
using Xunit;

namespace KpiGrid.Tests.Web.Report;

public sealed class FileReaderTests
{
    [Theory]
    [InlineData("kpi;period;value\nA;2026-01;1,5\n", "da")]
    [InlineData("kpi;period;value\nA;2026-01;1.5\n", "en")]
    [InlineData("kpi;period;value\nA;2026-01;1.250\nA;2026-02;1.250,5\n", "da")]
    [InlineData("kpi;period;value\nA;2026-01;1,250\nA;2026-02;1,250.5\n", "en")]
    [InlineData("kpi;period;value\nA;2026-01;12\n", "en")]
    [InlineData("kpi;period;value\nA;2026-01;1.250\n", "")]
    [InlineData("kpi;period;value\nA;2026-01;1,5\nA;2026-02;2.5\n", "")]
    [InlineData("kpi;period;value\nA;2026-01;none\nA;2026-02;2,5\n", "da")]
    public void How_numbers_are_written_all_of_them_tell_together_or_it_is_asked(string csv, string style)
    {
        var table = Table(csv);
        Assert.Equal(style, FileStyles.Name(FileNumbers.StyleOf(table, FileColumns.Of(table.Header))));
    }

    [Fact]
    public void Columns_are_known_by_the_names_of_any_language_and_of_the_api()
    {
        var columns = FileColumns.Of(["Nøgletal", "periode", "WAARDE", "Unit", "How obtained", "Vejeseddel", "value", ""]);
        Assert.Equal(["Kpi", "Period", "Value", "Unit", "Flag", "", "", ""], columns.Select(column => column.Field?.ToString() ?? ""));
    }

    [Fact]
    public void Days_flags_and_classes_may_be_written_as_people_here_write_them()
    {
        var reading = Read("Nøgletal;Klasse;Dato;Værdi;Enhed;Hvordan opgjort\nMAT-REU;Træ;3-11-2026;1,5;t;Vejet\n", Language.Danish);
        var (line, measurement) = Assert.Single(reading.Measurements);
        Assert.Equal((2, "wood", "2026-11-03", "1.5", Flag.Weighed),
            (line, measurement.Class?.Value, measurement.Period, measurement.Value?.ToString(), measurement.Flag));
    }

    [Fact]
    public void A_row_is_the_same_measurement_in_whatever_form_it_comes()
    {
        var csv = Read("kpi;period;value;unit\nA;2026-01;1,5;t\nA;2026-01;1,5;t\nA;2026-02;2;t\n", Language.Danish);
        var other = Read("Unit,Value,KPI,Period,Colour\nt,1.50,A,2026-01,red\nt,1.5,A,2026-01,\n,,A,2026-09,\nt,2,A,2026-02,\n", Language.English);
        var book = Read(new TestBook("""
            <row><c t="str"><v>kpi</v></c><c t="str"><v>period</v></c><c t="str"><v>value</v></c><c t="str"><v>unit</v></c></row>
            <row><c t="str"><v>A</v></c><c t="str"><v>2026-01</v></c><c><v>1.5</v></c><c t="str"><v>t</v></c></row>
            <row><c t="str"><v>A</v></c><c t="str"><v>2026-01</v></c><c t="str"><v>1,5</v></c><c t="str"><v>t</v></c></row>
            <row><c t="str"><v>A</v></c><c t="str"><v>2026-02</v></c><c><v>2</v></c><c t="str"><v>t</v></c></row>
            """).Bytes(), Language.Dutch);
        Assert.Equal(3, Ids(csv).Distinct().Count());
        Assert.Equal(Ids(csv), Ids(other));
        Assert.Equal(Ids(csv), Ids(book));
        Assert.Equal(1, other.Blank);
        var pilot = PilotId.Parse("p");
        Assert.Equal(ContentIds.Import(pilot, csv.Measurements.Select(row => row.Measurement)),
            ContentIds.Import(pilot, book.Measurements.Select(row => row.Measurement)));
    }

    [Fact]
    public void Every_bad_row_is_named_with_its_line_column_and_value()
    {
        var reading = Read("""
            kpi;period;value;unit
            A;2026-01;1,5;t
            A;sometime;1,5;t
            A;2026-01;much;t
            lower;2026-01;1;t
            A;2026-01;1;t;extra
            A;2026-01;2;t
            """, Language.Danish);
        Assert.Equal(["4 value much not-a-number", "5 kpi lower kpi-unreadable", "6   cells-differ"],
            reading.Errors.OrderBy(error => error.Line).Select(error => $"{error.Line} {error.Column} {(error.Column.Length > 0 ? error.Value : "")} {error.Problem.Code}"));
        // Whether a text is a period is the pilot's to say.
        Assert.Equal([2L, 3L, 7L], reading.Measurements.Select(row => row.Line));
    }

    [Fact]
    public void A_file_that_a_page_keeps_comes_back_as_it_was_and_no_larger_than_allowed()
    {
        var file = Encoding.UTF8.GetBytes(new string('a', 5_000));
        Assert.Equal(file, KeptFile.Unpack(KeptFile.Pack(file), 5_000));
        Assert.Null(KeptFile.Unpack(KeptFile.Pack(file), 4_999));
        Assert.Null(KeptFile.Unpack("bm90IG91cnM=", 5_000));
        Assert.Null(KeptFile.Unpack("%", 5_000));
    }

    private static IEnumerable<string> Ids(FileReading reading) => reading.Measurements.Select(row => row.Measurement.Id.Value);

    private static FileTable Table(string csv) => FileTables.Read(Encoding.UTF8.GetBytes(csv), new());

    private static FileReading Read(string csv, Language language) => Read(Encoding.UTF8.GetBytes(csv), language);

    private static FileReading Read(byte[] file, Language language)
    {
        var table = FileTables.Read(file, new());
        var columns = FileColumns.Of(table.Header);
        return new FileReader(new(), columns, FileNumbers.StyleOf(table, columns)!, language).Read(table);
    }
}
