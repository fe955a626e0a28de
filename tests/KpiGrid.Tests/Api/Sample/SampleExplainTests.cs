using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests.Api.Sample;

/// <summary>What is behind the numbers of the sample networks.</summary>
public sealed class SampleExplainTests(SampleGrid grid)
{
    private const string Diverted = "kpi=CDW-DIV&from=2026-01-01&to=2026-04-01";

    [Theory]
    [InlineData("regions/ncc", 1), InlineData("regions/ncc", 2), InlineData("regions/ncc", 100)]
    [InlineData("regions/imog", 3), InlineData("regions/intradura", 1), InlineData("municipalities/DK-0615", 1)]
    [InlineData("pilots/stop-byggespild", 10)]
    public async Task The_parts_of_all_pages_add_up_to_the_total_asked(string node, int limit)
    {
        var total = (await grid.Get($"/v1/{node}/totals?{Diverted}")).GetProperty("periods")[0];
        var (sum, pages) = (0m, 0);
        string? cursor = null;
        do
        {
            var page = await grid.Get(
                $"/v1/{node}/explain?{Diverted}&limit={limit}{(cursor is null ? "" : "&cursor=" + cursor)}");
            Assert.True(page.TryGetProperty("lines", out var lines), page.ToString());
            Assert.Equal(total.GetProperty("value").GetDecimal(), page.GetProperty("total").GetProperty("value")
                .GetDecimal());
            Assert.InRange(lines.GetArrayLength(), 1, limit);
            sum += lines.EnumerateArray().SelectMany(line => line.GetProperty("parts").EnumerateArray())
                .Sum(part => part.GetProperty("a").GetDecimal());
            cursor = page.GetProperty("page").GetProperty("next").GetString();
            pages++;
        }
        while (cursor is not null && pages < 100);
        Assert.Equal(total.GetProperty("value").GetDecimal(), sum);
    }

    [Theory]
    [InlineData("regions/ncc"), InlineData("municipalities/DK-0740"), InlineData("pilots/stop-byggespild")]
    public async Task An_explanation_counts_as_the_total_does(string node)
    {
        var total = (await grid.Get($"/v1/{node}/totals?{Diverted}")).GetProperty("periods")[0];
        var explained = (await grid.Get($"/v1/{node}/explain?{Diverted}")).GetProperty("total");
        Assert.Equal(total.GetProperty("n").GetInt32(), explained.GetProperty("n").GetInt32());
        Assert.Equal("2026-Q1", explained.GetProperty("period").GetString());
    }

    [Fact]
    public async Task A_line_tells_who_shared_what_and_why_it_changed()
    {
        var page = await grid.Get($"/v1/municipalities/DK-0740/explain?{Diverted}");
        var line = Assert.Single(page.GetProperty("lines").EnumerateArray());
        Assert.Equal("stop-byggespild", line.GetProperty("pilot").GetString());
        Assert.Equal(("correction", 2),
            (line.GetProperty("kind").GetString(), line.GetProperty("revision").GetInt32()));
        Assert.NotEqual(JsonValueKind.Null, line.GetProperty("reason").ValueKind);
        var part = Assert.Single(line.GetProperty("parts").EnumerateArray());
        Assert.Equal(("Silkeborg", "25/100"),
            (part.GetProperty("name").GetString(), part.GetProperty("share").GetString()));
    }

    [Fact]
    public async Task A_cursor_serves_no_other_question()
    {
        var first = await grid.Get($"/v1/regions/ncc/explain?{Diverted}&limit=1");
        var cursor = first.GetProperty("page").GetProperty("next").GetString();
        var other = await grid.Get($"/v1/regions/imog/explain?{Diverted}&limit=1&cursor={cursor}");
        Assert.Equal("cursor-of-another-question", Code(other));
    }

    [Theory]
    [InlineData("/v1/regions/nowhere/totals", "region-unknown"),
        InlineData("/v1/pilots/nobody/totals", "pilot-unknown")]
    [InlineData("/v1/municipalities/DK-9999/explain", "municipality-unknown"),
        InlineData("/v1/regions/N_CC/totals", "region-unknown")]
    public async Task What_is_not_there_is_named(string address, string code)
    {
        var answer = await grid.Get($"{address}?{Diverted}");
        Assert.Equal((404, code), (answer.GetProperty("status").GetInt32(), Code(answer)));
    }

    [Fact]
    public async Task Streams_tell_what_is_expected_and_a_series_what_was_said()
    {
        var list = await grid.Get("/v1/pilots/stop-byggespild/streams");
        var stream = list.GetProperty("streams").EnumerateArray()
            .First(line => line.GetProperty("kpi").GetString() == "CDW-DIV");
        Assert.Contains(stream.GetProperty("periods").EnumerateArray(), period =>
            period.GetProperty("period").GetString() == "2026-Q1" && period.GetProperty("reported").GetBoolean());

        var parts = stream.GetProperty("stream").GetString()!.Split('/', 2);
        var address = $"/v1/pilots/{parts[0]}/streams/{parts[1]}";
        var current = await grid.Get(address);
        var all = await grid.Get($"{address}?includeHistory=true&limit=1");
        Assert.Equal(2, Assert.Single(current.GetProperty("measurements").EnumerateArray()).GetProperty("revision")
            .GetInt32());
        Assert.Equal(1, Assert.Single(all.GetProperty("measurements").EnumerateArray()).GetProperty("revision")
            .GetInt32());
        var next = await grid.Get(
            $"{address}?includeHistory=true&after={all.GetProperty("page").GetProperty("next").GetString()}");
        Assert.Equal(2, Assert.Single(next.GetProperty("measurements").EnumerateArray()).GetProperty("revision")
            .GetInt32());
        var then = await grid.Get($"{address}?asOf=2026-05-21T00:00:00Z");
        Assert.Equal(1, Assert.Single(then.GetProperty("measurements").EnumerateArray()).GetProperty("revision")
            .GetInt32());
    }

    private static string? Code(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("code").GetString();
}
