using System.Text;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;
using Xunit;

namespace KpiGrid.Tests.Api.Measurements;

public sealed class MeasurementReaderTests
{
    private const string Start = """{"id":"m-1","kpi":"CDW-DIV","period":"2026-Q4",""";

    private static readonly ApiOptions Limits = new();

    [Fact]
    public void Every_member_is_read()
    {
        var reading = Read("""
            {"id":"wb-17","kpi":"MAT-REU","class":"wood","municipality":"DK-0740","period":"2026-11-03","value":1.25,
             "unit":"t","flag":"weighed","provisional":true,"note":"a\r\nb","evidence":["slip 4"],"onBehalfOf":"Skive",
             "tags":["x"],"links":["https://example.org"],
             "numerator":"2","denominator":3,"weight":4,"members":["a","b"],
             "reading":31.2,"reset":true,"silence":"confidential"}
            """);
        var item = Assert.Single(reading.Items);
        Assert.Empty(reading.Refusals);
        Assert.Equal(("wb-17", "MAT-REU", "2026-11-03", "t"), (item.Id.Value, item.Kpi.Value, item.Period, item.Unit));
        Assert.Equal(("wood", "DK-0740"), (item.Class?.Value, item.Municipality?.Value));
        Assert.Equal((Flag.Weighed, true), (item.Flag, item.Provisional));
        Assert.Equal(Amount.Parse("1.25"), item.Value);
        Assert.Equal((Amount.Of(2), Amount.Of(3), Amount.Of(4)), (item.Numerator, item.Denominator, item.Weight));
        Assert.Equal((Amount.Parse("31.2"), true, "confidential"), (item.Reading, item.Reset, item.Silence));
        Assert.Equal(("a\nb", "Skive"), (item.Note, item.OnBehalfOf));
        Assert.Equal(["a", "b"], item.Members);
        Assert.Equal(["slip 4", "x", "https://example.org"], [.. item.Evidence, .. item.Tags, .. item.Links]);
    }

    [Fact]
    public void Null_is_the_same_as_leaving_out()
    {
        var bare = Read(Start + "\"value\":1}").Items[0];
        var nulls = Read(Start + """
            "value":1,"class":null,"municipality":null,"note":null,"onBehalfOf":null,"tags":null,"reset":null,"flag":null}
            """).Items[0];
        Assert.Equal(bare, nulls with { Evidence = bare.Evidence, Tags = bare.Tags, Links = bare.Links });
        Assert.Empty(nulls.Tags);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("0e99999", "0")]
    [InlineData("1.0", "1")]
    [InlineData("1.5e3", "1500")]
    [InlineData("\"1.25\"", "1.25")]
    [InlineData("0.000000001", "0.000000001")]
    [InlineData("-999999999999999.999999999", "-999999999999999.999999999")]
    [InlineData("1.0000000000000000000", "1")]
    [InlineData("0.1", "0.1")]
    public void Amounts_are_exact(string literal, string expected) =>
        Assert.Equal(expected, Read($"{Start}\"value\":{literal}}}").Items[0].Value?.ToString());

    [Fact]
    public void Notes_equal_after_composition_are_equal() =>
        Assert.Equal(
            Read(Start + "\"note\":\"caf\u00e9\"}").Items[0].Note,
            Read(Start + "\"note\":\"cafe\u0301\"}").Items[0].Note);

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Start + "\"value\":1}")];
        Assert.Single(new MeasurementReader(Limits).Measurements(body).Items);
    }

    [Fact]
    public void Good_items_keep_their_places_between_bad_ones()
    {
        var good = Start + "\"value\":1}";
        var reading = Read($"[{good},7,{good},{{}},{good}]");
        Assert.Equal([0, 2, 4], reading.Places);
        Assert.Equal([1, 3, 3, 3], reading.Refusals.Select(refusal => refusal.Index));
        var merged = reading.With([new(1, 409, new("id", null, "id-conflict", ""))]);
        Assert.Contains(merged, refusal => refusal is { Index: 2, Status: 409 });
    }

    [Fact]
    public void No_more_errors_than_are_listed_are_gathered()
    {
        var reading = Read("[" + string.Join(",", Enumerable.Repeat("{\"zzz\":1}", 500)) + "]");
        Assert.Equal(Limits.ErrorsListedMax, reading.Refusals.Count);
        Assert.Empty(reading.Items);
    }

    [Fact]
    public void Ten_thousand_items_are_taken_and_one_more_is_not()
    {
        var items = Enumerable.Range(0, 10_001)
            .Select(i => $$"""{"id":"{{i}}","kpi":"A","period":"2026","value":1}""").ToArray();
        Assert.Equal(10_000, Read($"[{string.Join(',', items[..10_000])}]").Items.Count);
        var refusal = Assert.Single(Read($"[{string.Join(',', items)}]").Refusals);
        Assert.Equal(("items-too-many", 10_000), (refusal.Problem.Code, refusal.Index));
    }

    [Theory]
    [InlineData(10_000, null)]
    [InlineData(10_001, "members-too-many")]
    public void Members_have_a_limit(int count, string? code)
    {
        var members = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i}\""));
        Assert.Equal(code, Code($"{Start}\"members\":[{members}]}}"));
    }

    [Theory]
    [InlineData(2_000, null)]
    [InlineData(2_001, "text-too-long")]
    [InlineData(5_000_000, "text-too-long")]
    public void Notes_have_a_limit(int count, string? code) =>
        Assert.Equal(code, Code($"{Start}\"note\":\"{new string('ø', count)}\"}}"));

    [Fact]
    public void Broken_JSON_is_named_by_line_and_byte()
    {
        var error = Read("[\n {\"id\":\"a\"},\n {\"id\" \"b\"}]").Unreadable;
        Assert.Equal(("json-unreadable", 3), (error?.Code, error?.Line));
        Assert.Contains("byte 8 of line 3", error?.Remedy, StringComparison.Ordinal);
    }

    private static string? Code(string body) => Read(body).Refusals is [var first, ..] ? first.Problem.Code : null;

    private static Reading<Measurement> Read(string body) =>
        new MeasurementReader(Limits).Measurements(Encoding.UTF8.GetBytes(body));
}
