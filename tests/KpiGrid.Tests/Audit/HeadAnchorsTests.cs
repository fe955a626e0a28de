using KpiGrid.Silo.Audit;
using KpiGrid.Silo.Journal;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Journal;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiGrid.Tests.Audit;

public sealed class HeadAnchorsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_anchor_names_every_head_that_moved_since_the_anchor_before()
    {
        var journal = new MemoryJournal();
        await using var grid = await Start(1, journal);
        var anchors = Anchors(grid, 0);
        await Deadline.Comes(async () => (await journal.Chain(Streams.Anchors)).Count == 1, TimeSpan.FromSeconds(20));
        await journal.AppendNext("pilot/a");
        await journal.AppendNext("pilot/a");
        await journal.AppendNext("pilot/b");

        Assert.True(await anchors.Anchor(Cancelled));
        Assert.False(await anchors.Anchor(Cancelled));

        var written = (await journal.Chain(Streams.Anchors)).Select(record => HeadAnchor.Read(record.Body)).ToList();
        Assert.Equal(2, written.Count);
        Assert.Equal(StarterCatalogue.Kpis.Count, written[0].Heads.Count);
        Assert.Equal([("pilot/a", 2), ("pilot/b", 1)], written[1].Heads.OrderBy(head => head.Stream, StringComparer.Ordinal)
            .Select(head => (head.Stream, head.Sequence)));
        Assert.All(written[1].Heads, head => Assert.Equal(32, head.Hash.Length));
    }

    [Fact]
    public async Task An_anchor_is_due_a_day_after_the_last_one()
    {
        var journal = new MemoryJournal();
        await using var grid = await Start(1, journal);
        var anchors = Anchors(grid, 0);
        await Deadline.Comes(async () => (await journal.Chain(Streams.Anchors)).Count == 1, TimeSpan.FromSeconds(20));

        Assert.False(await anchors.IsDue(Cancelled));
        grid.Time.Advance(TimeSpan.FromHours(23));
        Assert.False(await anchors.IsDue(Cancelled));
        grid.Time.Advance(TimeSpan.FromHours(1));
        Assert.True(await anchors.IsDue(Cancelled));
    }

    [Fact]
    public async Task An_anchor_that_was_not_finished_is_written_again_from_where_it_began()
    {
        var journal = new MemoryJournal();
        await using var grid = await Start(1, journal);
        var anchors = Anchors(grid, 0);
        await Deadline.Comes(async () => (await journal.Chain(Streams.Anchors)).Count == 1, TimeSpan.FromSeconds(20));
        await journal.AppendNext("pilot/a");
        var head = await journal.Head(Streams.Anchors, Cancelled);
        var before = HeadAnchor.Read((await journal.Chain(Streams.Anchors))[0].Body).Mark;
        var half = new HeadAnchor(1, before, 1, 2, []);
        await journal.Append(new Append(
            JournalRecord.After(head, grid.Time.GetUtcNow(), "kpigrid", HeadAnchor.Type, half.Body())));

        grid.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await anchors.IsDue(Cancelled));
        Assert.True(await anchors.Anchor(Cancelled));

        var last = HeadAnchor.Read((await journal.Chain(Streams.Anchors))[^1].Body);
        Assert.Equal("pilot/a", Assert.Single(last.Heads).Stream);
    }

    [Fact]
    public async Task Of_two_silos_that_anchor_at_once_each_writes_whole_anchors_or_none()
    {
        var journal = new MemoryJournal();
        await using var grid = await Start(2, journal);
        for (var round = 0; round < 50; round++)
        {
            await journal.AppendNext("pilot/a");
            await Task.WhenAll(Anchors(grid, 0).Anchor(Cancelled), Anchors(grid, 1).Anchor(Cancelled));

            var last = HeadAnchor.Read((await journal.Chain(Streams.Anchors))[^1].Body);
            Assert.Contains(last.Heads, head => head.Stream == "pilot/a" && head.Sequence == round + 1);
        }
    }

    [Fact]
    public async Task A_silo_that_stops_leaves_an_anchor_of_all_that_was_written()
    {
        var journal = new MemoryJournal();
        await using (var grid = await Start(1, journal)) await journal.AppendNext("pilot/a");

        var anchored = (await journal.Chain(Streams.Anchors)).SelectMany(record => HeadAnchor.Read(record.Body).Heads);

        Assert.Contains(anchored, head => head.Stream == "pilot/a");
    }

    private static Task<Grid> Start(int silos, MemoryJournal journal) =>
        Grid.Start(silos, TimeSpan.FromMilliseconds(100), silo => silo.AddJournal(_ => journal));

    private static HeadAnchors Anchors(Grid grid, int silo) =>
        grid.Cluster.GetSiloServiceProvider(grid.Cluster.Silos[silo].SiloAddress).GetRequiredService<HeadAnchors>();
}
