using KpiGrid.Api.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using static KpiGrid.Tests.Api.Live.States;

namespace KpiGrid.Tests.Api.Live;

public sealed class ViewFeedTests
{
    private static readonly KpiCode kpi = KpiCode.Parse("CDW-DIV");

    private readonly Queue<TaskCompletionSource<LiveState>> reads = [];
    private readonly Viewer viewer = new(NodeVersion.None);
    private readonly ViewFeed feed;
    private int count;

    public ViewFeedTests() => feed = new(new([kpi], PeriodSize.Month, null), Read, NullLogger.Instance);

    [Fact]
    public async Task Changes_gather_while_it_reads()
    {
        feed.Enter(viewer);
        for (var at = 2; at < 9; at++) feed.Changed(new(Version(at), [kpi]));
        Assert.Equal(1, count);
        Answer(At(1, ("2026-11", "1")));
        await Next("snapshot 1 after nothing: 2026-11 1 from null");
        Assert.Equal(2, count);
        Answer(At(8, ("2026-11", "8")));
        await Next("change 8 after 1: 2026-11 8 from 1");
        Assert.Equal(2, count);
    }

    [Fact]
    public async Task What_it_does_not_show_it_does_not_read()
    {
        await Begin(3);
        feed.Changed(new(Version(4), [KpiCode.Parse("MAT-REU")]));
        feed.Changed(new(Version(3), null));
        Assert.Equal(1, count);
        feed.Changed(new(Version(4), null));
        Assert.Equal(2, count);
    }

    [Fact]
    public async Task An_older_answer_is_never_shown()
    {
        await Begin(5);
        var next = viewer.Next(TestContext.Current.CancellationToken);
        feed.Changed(new(Version(6), null));
        Answer(At(4, ("2026-11", "4")));
        Assert.False(next.IsCompleted);
        Assert.Equal(2, count);

        feed.Read(again: false);
        Answer(At(6, ("2026-11", "6")));

        Assert.Equal("change 6 after 5: 2026-11 6 from 5", Words(await next));
    }

    [Fact]
    public async Task What_could_not_be_read_is_read_with_the_next_renewal()
    {
        feed.Enter(viewer);
        reads.Dequeue().SetException(new TimeoutException());
        Assert.Equal(1, count);
        feed.Read(again: false);
        Answer(At(1, ("2026-11", "1")));
        await Next("snapshot 1 after nothing: 2026-11 1 from null");
    }

    [Fact]
    public async Task Who_comes_later_begins_with_what_is_there()
    {
        await Begin(5);
        var late = new Viewer(NodeVersion.None);
        feed.Enter(late);
        Assert.Equal("snapshot 5 after nothing: 2026-11 5 from null",
            Words(await late.Next(TestContext.Current.CancellationToken)));
        Assert.Equal(1, count);
    }

    private async Task Begin(int at)
    {
        feed.Enter(viewer);
        Answer(At(at, ("2026-11", $"{at}")));
        await Next($"snapshot {at} after nothing: 2026-11 {at} from null");
    }

    // Continuations run before SetResult returns, so that nothing here has to be waited for.
    private Task<LiveState> Read(LiveView view)
    {
        count++;
        var read = new TaskCompletionSource<LiveState>();
        reads.Enqueue(read);
        return read.Task;
    }

    private void Answer(LiveState state) => reads.Dequeue().SetResult(state);

    private async Task Next(string words) =>
        Assert.Equal(words, Words(await viewer.Next(TestContext.Current.CancellationToken)));
}
