using System.Text.Json;
using KpiGrid.Tests.Api.Golden;
using Xunit;

namespace KpiGrid.Tests.Api.Sample;

/// <summary>What changed since an instant in the sample networks.</summary>
public sealed class SampleChangesTests(SampleGrid grid)
{
    private const string Diverted = "changes?kpi=CDW-DIV&from=2026-01-01&to=2026-04-01";

    [Theory]
    [InlineData("regions/ncc", "160", "142", "-18"), InlineData("municipalities/DK-0740", "30", "25.5", "-4.5")]
    [InlineData("pilots/stop-byggespild", "120", "102", "-18")]
    public async Task A_correction_is_told_with_what_was_before_and_what_it_moved(
        string node, string before, string after, string moved)
    {
        var changes = await grid.Get($"/v1/{node}/{Diverted}&since=2026-05-21T00:00:00Z");

        Assert.Equal((before, after, moved), (changes.GetProperty("then").Text("value"),
            changes.GetProperty("now").Text("value"), changes.Text("difference")));
        var revision = Assert.Single(changes.GetProperty("revisions").EnumerateArray());
        Assert.Equal(("120", "102"), (revision.GetProperty("before").Text("a"), revision.GetProperty("after").Text("a")));
        var entry = revision.GetProperty("entry");
        Assert.Equal(("stop-byggespild", "sample-cdw-div-2026-q1", "2", "correction"),
            (entry.Text("pilot"), entry.Text("id"), entry.Text("revision"), entry.Text("kind")));
        Assert.Equal("One container was weighed twice (sample)", entry.Text("reason"));
        Assert.StartsWith("2026-06-02T09:00:00", entry.Text("recordedAt"), StringComparison.Ordinal);
        Assert.NotEmpty(entry.Text("author"));
    }

    [Fact]
    public async Task Nothing_changed_after_the_last_revision()
    {
        var changes = await grid.Get($"/v1/regions/ncc/{Diverted}&since=2026-06-03T00:00:00Z");

        Assert.Equal("0", changes.Text("difference"));
        Assert.Empty(changes.GetProperty("revisions").EnumerateArray());
    }

    [Fact]
    public async Task Before_there_was_a_place_every_revision_is_new_and_the_limit_says_what_it_leaves_out()
    {
        var all = await grid.Get($"/v1/regions/ncc/{Diverted}&since=2020-01-01T00:00:00Z");
        var one = await grid.Get($"/v1/regions/ncc/{Diverted}&since=2020-01-01T00:00:00Z&limit=1");

        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null),
            (all.GetProperty("then").ValueKind, all.GetProperty("difference").ValueKind));
        var count = all.GetProperty("revisions").GetArrayLength();
        Assert.True(count > 2);
        Assert.Equal("correction", Assert.Single(one.GetProperty("revisions").EnumerateArray()).GetProperty("entry").Text("kind"));
        Assert.Equal(count - 1, one.GetProperty("more").GetInt32());
    }

    [Theory]
    [InlineData("", "since-required")]
    [InlineData("&since=2026-05-21", "instant-unreadable")]
    [InlineData("&since=2126-05-21T00:00:00Z", "since-too-recent")]
    [InlineData("&since=2026-05-21T00:00:00Z&limit=0", "limit-out-of-range")]
    public async Task A_question_that_cannot_be_asked_is_refused_by_name(string more, string code)
    {
        var refused = await grid.Get($"/v1/regions/ncc/{Diverted}{more}");

        Assert.Equal(422, refused.GetProperty("status").GetInt32());
        Assert.Equal(code, refused.GetProperty("errors")[0].Text("code"));
    }
}
