using KpiGrid.Api.Live;
using Xunit;
using static KpiGrid.Tests.Api.Live.States;

namespace KpiGrid.Tests.Api.Live;

public sealed class ViewerTests
{
    private readonly Viewer viewer = new(NodeVersion.None);

    [Fact]
    public async Task A_viewer_is_shown_a_snapshot_and_then_what_changed()
    {
        viewer.Offer(At(1, ("2026-10", "3"), ("2026-11", null)));
        Assert.Equal("snapshot 1 after nothing: 2026-10 3 from null, 2026-11 null from null", await Next());
        viewer.Offer(At(2, ("2026-10", "3"), ("2026-11", "2.5")));
        Assert.Equal("change 2 after 1: 2026-11 2.5 from null", await Next());
    }

    [Fact]
    public async Task Who_falls_behind_skips_to_the_newest()
    {
        for (var count = 1; count <= 1_000; count++) viewer.Offer(At(count, ("2026-11", $"{count}")));
        Assert.Equal("snapshot 1000 after nothing: 2026-11 1000 from null", await Next());
        Assert.False(Waiting().IsCompleted);
    }

    [Fact]
    public async Task A_change_builds_on_what_this_viewer_saw_not_on_what_the_others_saw()
    {
        viewer.Offer(At(1, ("2026-10", "1"), ("2026-11", "1")));
        await Next();
        viewer.Offer(At(2, ("2026-10", "2"), ("2026-11", "1")));
        viewer.Offer(At(3, ("2026-10", "2"), ("2026-11", "9")));
        Assert.Equal("change 3 after 1: 2026-10 2 from 1, 2026-11 9 from 1", await Next());
    }

    [Fact]
    public async Task A_version_that_changes_nothing_seen_is_no_event()
    {
        viewer.Offer(At(1, ("2026-11", "1")));
        await Next();
        var next = Waiting();
        viewer.Offer(At(2, ("2026-11", "1")));
        Assert.False(next.IsCompleted);
        viewer.Offer(At(3, ("2026-11", "4")));
        Assert.Equal("change 3 after 1: 2026-11 4 from 1", Words(await next));
    }

    [Fact]
    public async Task Who_is_ahead_waits()
    {
        var ahead = new Viewer(Version(5));
        foreach (var count in (int[])[3, 4]) ahead.Offer(At(count, ("2026-11", $"{count}")));
        var next = ahead.Next(TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        ahead.Offer(At(5, ("2026-11", "5")));
        Assert.Equal("snapshot 5 after nothing: 2026-11 5 from null", Words(await next));
    }

    [Fact]
    public async Task A_new_year_begins_with_a_snapshot()
    {
        viewer.Offer(At(7, ("2026-11", "1"), ("2026-12", "2")));
        await Next();
        viewer.Offer(On(new(2027, 1, 1), 7, ("2027-01", null)));
        Assert.Equal("snapshot 7 after 7: 2027-01 null from null", await Next());
    }

    [Theory]
    [InlineData(2, 0, true)]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(0, 1, false)]
    public void Nothing_older_follows(int count, int days, bool follows) =>
        Assert.Equal(follows, On(Today.AddDays(days), count).Follows(At(1)));

    private Task<ReadOnlyMemory<byte>> Waiting() => viewer.Next(TestContext.Current.CancellationToken);

    private async Task<string> Next() => Words(await Waiting());
}
