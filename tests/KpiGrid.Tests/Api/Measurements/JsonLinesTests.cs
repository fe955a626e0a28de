using System.Text;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;
using Xunit;

namespace KpiGrid.Tests.Api.Measurements;

public sealed class JsonLinesTests
{
    private const string Good = """{"id":"m","kpi":"A","period":"2026","value":1}""";

    /// <summary>A body, the code it gets and the line that is named.</summary>
    public static TheoryData<string, string, int?> Hostile => new()
    {
        { "", "body-empty", null },
        { "\n", "body-without-items", null },
        { " \r\n\t\n", "body-without-items", null },
        { "\n" + Good, "line-not-an-object", 1 },
        { Good + "\n\n" + Good, "line-not-an-object", 2 },
        { Good + "\n \t\r\n" + Good, "line-not-an-object", 2 },
        { Good + "\n7", "line-not-an-object", 2 },
        { Good + "\nnull", "line-not-an-object", 2 },
        { "[" + Good + "]", "line-not-an-object", 1 },
        { Good + "\n\"text\"\n" + Good, "line-not-an-object", 2 },
        { Good + Good, "json-unreadable", 1 },
        { Good + "," + "\n" + Good, "json-unreadable", 1 },
        { Good + "\n{", "json-unreadable", 2 },
        { Good + "\n" + Good[..^1], "json-unreadable", 2 },
        { "{\n\"id\":\"m\"}", "json-unreadable", 1 },
        { Good + "\n{\"note\":\"a\nb\"}", "json-unreadable", 2 },
        { Good + "\n{\"value\":NaN}", "json-unreadable", 2 },
        { Good + "\n{\"value\":1,5}", "json-unreadable", 2 },
        { Good + "\n\0", "json-unreadable", 2 },
        { Good + "\n\uFEFF" + Good, "json-unreadable", 2 },
        { Good + "\n{\"a\":" + new string('[', 50_000), "json-too-deep", 2 },
        { Good + "\n" + Good.Replace("1}", "1e308}", StringComparison.Ordinal), "value-out-of-range", 2 },
        { Good + "\n{}", "id-required", 2 },
        { Good + "\r\n" + Good.Replace("\"m\"", "\"\\ud800\"", StringComparison.Ordinal), "text-unreadable", 2 },
        { Good + "\n" + Good.Replace("\"m\"", "\"a\\u0000\"", StringComparison.Ordinal), "text-hidden-characters", 2 },
        { Good + "\n" + Good.Replace("\"m\"", "\"" + new string('x', 1 << 20) + "\"", StringComparison.Ordinal), "text-too-long", 2 },
        { "id;kpi;value\na;A;1", "json-unreadable", 1 },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_body_that_is_wrong_gets_its_code_and_line(string body, string code, int? line)
    {
        var reading = Read(body);
        var error = reading.Unreadable ?? reading.Error(reading.Refusals[0]);
        Assert.Equal((code, (long?)line), (error.Code, error.Line));
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\n", "\n")]
    [InlineData("\r\n", "\r\n\r\n")]
    [InlineData("\n", "\n \t\n")]
    public void Each_line_is_an_item_and_blank_lines_may_follow(string between, string after)
    {
        var reading = Read("\uFEFF" + Good + between + Good + after);
        Assert.Equal([0, 1], reading.Places);
        Assert.Equal("m", reading.Items[1].Id.Value);
    }

    [Fact]
    public void Ten_thousand_lines_are_taken_and_one_more_is_not()
    {
        var lines = Enumerable.Repeat(Good, 10_001).ToArray();
        Assert.Equal(10_000, Read(string.Join('\n', lines[..10_000])).Items.Count);
        var reading = Read(string.Join('\n', lines));
        Assert.True(reading.OfWhole);
        Assert.Equal("items-too-many", Assert.Single(reading.Refusals).Problem.Code);
    }

    [Fact]
    public void A_good_body_cut_at_any_byte_never_throws()
    {
        var body = Encoding.UTF8.GetBytes(Good + "\n" + Good.Replace("\"m\"", "\"ø\"", StringComparison.Ordinal));
        for (var end = 0; end < body.Length; end++)
            Assert.NotNull(new MeasurementReader(new ApiOptions()).MeasurementLines(body.AsSpan(0, end)));
    }

    private static Reading<Measurement> Read(string body) =>
        new MeasurementReader(new ApiOptions()).MeasurementLines(Encoding.UTF8.GetBytes(body));
}
