using KpiGrid.Host.Import;
using Xunit;

namespace KpiGrid.Tests.Import;

public sealed class RowReaderTests
{
    private const string Header = "day,site,amount";

    [Fact]
    public void A_row_becomes_a_measurement()
    {
        var row = Assert.Single(Reads.Of(Reads.Plain, Header, "2026-03-31,a,1.250").Rows);
        Assert.Equal(
            (2, "p", "K", "2026-03-31", "1.25"), (row.Line, row.Pilot, row.Kpi, row.Period, row.Value.ToString()));
    }

    [Fact]
    public void A_blank_is_no_measurement_and_a_zero_is_one()
    {
        var reads = Reads.Of(Reads.Plain, Header, "2026-03-31,a,", "2026-03-31,b,0");
        Assert.Equal(["0"], reads.Values);
        Assert.Equal(1, reads.Blanks);
        Assert.Equal(0, reads.Errors.Count);
    }

    [Fact]
    public void A_missing_mark_is_text_unless_declared()
    {
        Assert.Equal(1, Reads.Of(Reads.Plain, Header, "2026-03-31,a,NA").Errors.Count);
        var declared = Reads.WithValues("""[{"column":"amount","missing":["","NA"]}]""");
        Assert.Equal(1, Reads.Of(declared, Header, "2026-03-31,a,NA").Blanks);
    }

    [Fact]
    public void A_wide_row_gives_one_measurement_for_each_value_column()
    {
        var map = Reads.WithValues(
            """[{"column":"wood","class":"wood"},{"column":"glass","class":"glass","unit":"kg"}]""");
        var rows = Reads.Of(map, "day,site,wood,glass", "2026-03,a,1,2", "2026-03,b,,3").Rows;
        Assert.Equal(["wood 1 ", "glass 2 kg", "glass 3 kg"],
            rows.Select(row => $"{row.Class} {row.Value} {row.Unit}"));
        Assert.Equal(3, rows.DistinctBy(row => row.Id).Count());
    }

    [Fact]
    public void An_error_names_line_column_value_and_remedy()
    {
        var reads = Reads.Of(Reads.Plain, Header, "2026-03-31,a,1", "2026-13-31,a,1");
        var error = Assert.Single(reads.Errors.First);
        Assert.Equal((3, "day", "2026-13-31"), (error.Line, error.Column, error.Value));
        Assert.Contains("declare its pattern", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_a_cell_too_many_is_an_error_and_the_next_one_is_read()
    {
        var reads = Reads.Of(Reads.Plain, Header, "2026-03-31,a,1,2", "2026-03-31,b,3");
        Assert.Equal(["3"], reads.Values);
        Assert.Equal(2, Assert.Single(reads.Errors.First).Line);
    }

    [Fact]
    public void A_negative_value_gets_the_declared_flag_and_note_and_others_do_not()
    {
        var map = Reads.Plain.Replace(
            "\"culture\"", "\"negativeFlag\":\"weighed\",\"negativeNote\":\"taken back\",\"culture\"");
        var rows = Reads.Of(map, Header, "2026-03-31,a,-4480", "2026-03-31,b,1").Rows;
        Assert.Equal([("weighed", "taken back"), (null, null)], rows.Select(row => (row.Flag, row.Note)));
    }

    [Fact]
    public void A_line_that_begins_with_a_number_sign_is_a_row()
    {
        var map = Reads.Plain.Replace("\"day\",\"site\"", "\"site\"");
        Assert.Single(Reads.Of(map, "site,day,amount", "#1,2026-03-31,1").Rows);
    }

    [Fact]
    public void A_column_the_file_lacks_is_told_with_those_it_has()
    {
        var failure = Assert.Throws<ImportMapException>(() => Reads.Of(Reads.Plain, "day,site,value", "2026,a,1"));
        Assert.Contains("'amount'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'value'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_told() =>
        Assert.Throws<InvalidDataException>(() => Reads.Text(Reads.Plain, ""));

    [Fact]
    public void A_mapping_with_an_unknown_member_is_refused() =>
        Assert.Throws<ImportMapException>(() => Reads.Of(Reads.Plain.Replace("culture", "kultur"), Header));

    [Fact]
    public void A_mapping_without_a_culture_is_refused_rather_than_guessed()
    {
        var failure = Assert.Throws<ImportMapException>(
            () => Reads.Of(Reads.Plain.Replace("\"culture\":\"en\",", ""), Header));
        Assert.Contains("culture", failure.Message, StringComparison.Ordinal);
    }
}
