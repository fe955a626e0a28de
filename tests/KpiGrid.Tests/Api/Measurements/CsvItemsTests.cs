using System.Text;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;
using KpiGrid.Api.Measurements.Csv;
using Xunit;

namespace KpiGrid.Tests.Api.Measurements;

public sealed class CsvItemsTests
{
    private const string Header = "id,kpi,period,value\n";

    /// <summary>A table, the code it gets and the line that is named.</summary>
    public static TheoryData<string, string, int?> Hostile => new()
    {
        { "", "body-empty", null },
        { "\n\n", "header-missing", 1 },
        { Header, "body-without-items", null },
        { "id,kpi,period,value", "body-without-items", null },
        { Header + "\n\r\n", "body-without-items", null },
        { "id,kpi,kpi,value\na,A,2026,1", "header-doubled", 1 },
        { "id,kpi,period,worth\na,A,2026,1", "header-unknown", 1 },
        { "id,kpi,period,value,\na,A,2026,1,", "header-unknown", 1 },
        { "ID,kpi,period,value\na,A,2026,1", "header-unknown", 1 },
        { "id,kpi,period,value,revision\na,A,2026,1,2", "header-unknown", 1 },
        { "a,A,2026,1\nb,A,2026,2", "header-unknown", 1 },
        { "id,kpi;period,value\na,A,2026,1", "separator-ambiguous", 1 },
        { "\u0000id,kpi\na,A", "header-unknown", 1 },
        { "id\uFEFF,kpi,period,value\na,A,2026,1", "header-unknown", 1 },
        { new string(',', 1 << 20), "header-unknown", 1 },
        { Header + "a,A,2026", "cells-differ", 2 },
        { Header + "a,A,2026,1,2", "cells-differ", 2 },
        { Header + "a,A,2026,1,5", "cells-differ", 2 },
        { Header + new string(',', 1 << 20), "cells-differ", 2 },
        { Header + "a;A;2026;1", "cells-differ", 2 },
        { Header + "a,A,2026,\"1", "quote-unclosed", 2 },
        { Header + "a,A,2026,1\nb,\"A\nc,A,2026,1\n", "quote-unclosed", 3 },
        { Header + "\"", "quote-unclosed", 2 },
        { Header + "\"a\"b,A,2026,1", "quote-broken", 2 },
        { Header + "\"a\" ,A,2026,1", "quote-broken", 2 },
        { Header + "\"a\nb\"c,A,2026,1", "quote-broken", 3 },
        { Header + ",,,", "value-required", 2 },
        { Header + "a,A,2026,", "value-required", 2 },
        { Header + "a,A,2026,  ", "value-required", 2 },
        { Header + "\n\na,A,2026,ten", "not-a-number", 4 },
        { Header + "a,A,2026,\"1,5\"", "not-a-number", 2 },
        { Header + "a,A,2026,\"1,234.5\"", "not-a-number", 2 },
        { Header + "a,A,2026, 1", "not-a-number", 2 },
        { Header + "a,A,2026,NaN", "not-a-number", 2 },
        { Header + "a,A,2026,Infinity", "not-a-number", 2 },
        { Header + "a,A,2026,=1+1", "not-a-number", 2 },
        { Header + "a,A,2026,1e308", "value-out-of-range", 2 },
        { Header + "a,A,2026,1e-10", "too-many-decimals", 2 },
        { Header + "a,A,2026,١٢", "not-a-number", 2 },
        { Header + "a,A,2026," + new string('1', 1 << 20), "not-a-number", 2 },
        { Header + new string('x', 1 << 20) + ",A,2026,1", "text-too-long", 2 },
        { Header + "\"" + new string('"', 1 << 20) + "\",A,2026,1", "text-too-long", 2 },
        { Header + "a\0,A,2026,1", "text-hidden-characters", 2 },
        { Header + "a,A,2026\r,1", "text-hidden-characters", 2 },
        { Header + "\uFEFFa,A,2026,1", "text-hidden-characters", 2 },
        { Header + "a,cdw,2026,1", "kpi-unreadable", 2 },
        { Header + "=cmd|' /C calc'!A0,A,2026,\"", "quote-unclosed", 2 },
        { "id;kpi;period;value\na;A;2026;1.5", "not-a-number", 2 },
        { "id;kpi;period;value\na;A;2026;1,5", "not-a-number", 2 },
        { "id,kpi,period,value,reset\na,A,2026,1,yes", "wrong-type", 2 },
        { "id,kpi,period,value,flag\na,A,2026,1,guessed", "flag-unknown", 2 },
        { "id,kpi,period,value,tags\na,A,2026,1,a||b\u0007", "text-hidden-characters", 2 },
        { "id,kpi,period,value,note\na,A,2026,1,a\u202Eb", "text-hidden-characters", 2 },
        { "id,kpi,period,members\na,A,2026," + string.Join('|', Enumerable.Range(0, 10_001)), "members-too-many", 2 },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_table_that_is_wrong_gets_its_code_and_line(string table, string code, int? line)
    {
        var reading = Read(table);
        var error = reading.Unreadable ?? reading.Error(reading.Refusals[0]);
        Assert.Equal((code, (long?)line), (error.Code, error.Line));
        Assert.NotEmpty(error.Remedy);
    }

    [Theory]
    [InlineData("69642C6B70690A61ED,41")]
    [InlineData("69642C6B70690A61EDA080")]
    [InlineData("FFFE69006400")]
    public void Bytes_that_are_no_UTF_8_are_refused(string hex) => Assert.Equal("csv-not-utf8",
        new MeasurementReader(new ApiOptions()).MeasurementRows(
            Convert.FromHexString(hex.Replace(",", "2C", StringComparison.Ordinal)), new(null, null)).Unreadable?.Code);

    [Theory]
    [InlineData(null, "id,kpi,period,value\na,A,2026,1234.5")]
    [InlineData(null, "\uFEFFid,kpi,period,value\r\na,A,2026,1234.5\r\n")]
    [InlineData(null, "\"id\",\"kpi\",\"period\",\"value\"\n\"a\",\"A\",\"2026\",\"1234.5\"")]
    [InlineData("en", "id,kpi,period,value\na,A,2026,\"1,234.5\"")]
    [InlineData("da", "id;kpi;period;value\na;A;2026;1.234,5")]
    [InlineData("nl", "id;kpi;period;value\n\na;A;2026;1234,5\n\n")]
    [InlineData("nl", "id,kpi,period,value\na,A,2026,\"1.234,5\"")]
    [InlineData("en", "value;period;kpi;id\n+1.2345E+3;2026;A;a")]
    public void Numbers_are_read_as_the_culture_writes_them(string? culture, string table)
    {
        var item = Assert.Single(Read(table, culture).Items);
        Assert.Equal(("a", "A", "2026"), (item.Id.Value, item.Kpi.Value, item.Period));
        Assert.Equal("1234.5", item.Value?.ToString());
    }

    [Fact]
    public void Every_field_is_read_as_in_JSON()
    {
        var item = Assert.Single(Read("""
            id,kpi,class,municipality,period,value,unit,numerator,denominator,weight,members,reading,reset,flag,provisional,note,evidence,onBehalfOf,tags,links,silence
            wb-17,MAT-REU,wood,DK-0740,2026-11-03,1.25,t,2,3,4,a|b,31.2,true,weighed,true,"=1+1 ""x"",
            then æ",slip 4,Skive,x|y,https://example.org,confidential
            """).Items);
        Assert.Equal(("wood", "DK-0740", "t"), (item.Class?.Value, item.Municipality?.Value, item.Unit));
        Assert.Equal((Flag.Weighed, true, true), (item.Flag, item.Provisional, item.Reset));
        Assert.Equal((Amount.Of(2), Amount.Of(3), Amount.Of(4)), (item.Numerator, item.Denominator, item.Weight));
        Assert.Equal((Amount.Parse("31.2"), "confidential", "Skive"), (item.Reading, item.Silence, item.OnBehalfOf));
        Assert.Equal("=1+1 \"x\",\nthen æ", item.Note);
        Assert.Equal(["a", "b", "slip 4", "x", "y", "https://example.org"], [.. item.Members!, .. item.Evidence, .. item.Tags, .. item.Links]);
    }

    [Fact]
    public void A_blank_cell_is_a_field_that_is_not_given()
    {
        var reading = Read("id,kpi,period,value,silence,note,tags,reset\na,A,2026,,nothing-to-report,,,\nb,A,2026,0,,,,\n");
        Assert.Empty(reading.Refusals);
        Assert.Equal((null, "nothing-to-report"), (reading.Items[0].Value, reading.Items[0].Silence));
        Assert.Equal((Amount.Zero, null, null), (reading.Items[1].Value, reading.Items[1].Silence, reading.Items[1].Note));
    }

    [Fact]
    public void Good_rows_keep_their_places_and_lines_between_bad_ones()
    {
        var reading = Read(Header + "a,A,2026,1\n\nb,A,2026,x\n\"c\",A,2026,\"1\"\nd,A,,\n");
        Assert.Equal([0, 2], reading.Places);
        Assert.Equal([(1, 4L), (3, 6L), (3, 6L)],
            reading.Refusals.Select(reading.Error).Select(error => (error.Index!.Value, error.Line!.Value)));
    }

    [Fact]
    public void Ten_thousand_rows_are_taken_and_one_more_is_not()
    {
        var rows = Enumerable.Range(0, 10_001).Select(i => $"{i},A,2026,1").ToArray();
        Assert.Equal(10_000, Read(Header + string.Join('\n', rows[..10_000])).Items.Count);
        Assert.Equal("items-too-many", Assert.Single(Read(Header + string.Join('\n', rows)).Refusals).Problem.Code);
    }

    [Fact]
    public void A_separator_is_taken_at_its_word()
    {
        var form = CsvForm.Of("da", ";", out _)!;
        var table = Encoding.UTF8.GetBytes("id;kpi;period;value\n\"a,b\";A;2026;1,5");
        Assert.Equal("1.5", Assert.Single(new MeasurementReader(new ApiOptions()).MeasurementRows(table, form).Items).Value?.ToString());
    }

    [Fact]
    public void A_good_table_cut_at_any_byte_never_throws()
    {
        var table = Encoding.UTF8.GetBytes(Header + "\"ø\"\"\n\",A,2026,\"1\"\r\nb,A,2026,2\n");
        for (var end = 0; end < table.Length; end++)
            Assert.NotNull(new MeasurementReader(new ApiOptions()).MeasurementRows(table.AsSpan(0, end), new(null, null)));
    }

    private static Reading<Measurement> Read(string table, string? culture = null) =>
        new MeasurementReader(new ApiOptions()).MeasurementRows(
            Encoding.UTF8.GetBytes(table), CsvForm.Of(culture, null, out _)!);
}
