using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Journal;

/// <summary>What every store promises; one class per store runs it. Races stand in the other half.</summary>
public abstract partial class JournalConformance : IAsyncLifetime
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IJournal journal = null!;

    /// <summary>The store as another process, or the same one after a crash, would find it.</summary>
    internal abstract IJournal OpenAgain();

    /// <summary>Makes an empty store; nothing where opening it does.</summary>
    protected virtual ValueTask MakeStore() => ValueTask.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        await MakeStore();
        journal = OpenAgain();
    }

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task What_is_appended_is_read_back_in_order()
    {
        for (var i = 0; i < 3; i++) await journal.AppendNext("pilot/a", $"{{\"n\":{i}}}");

        var records = await journal.Chain("pilot/a");

        Assert.Equal([1, 2, 3], records.Select(record => record.Sequence));
        Assert.Equal("{\"n\":1}"u8.ToArray(), records[1].Body);
        Assert.Equal(("actor-1", "push"), (records[1].Author, records[1].Type));
        Assert.Equal(Appends.Now.AddMicroseconds(1), records[1].RecordedAt);
        Assert.Equivalent(records[2].Head, await journal.Head("pilot/a", Cancelled));
        Assert.Equal([3], (await journal.Records("pilot/a", after: 2)).Select(record => record.Sequence));
    }

    [Fact]
    public async Task A_stream_without_records_has_an_empty_head()
    {
        Assert.Equivalent(JournalHead.Empty("pilot/none"), await journal.Head("pilot/none", Cancelled));
        Assert.Empty(await journal.Records("pilot/none"));
    }

    [Theory]
    [InlineData(600, 10)]
    [InlineData(5, 700_000)]
    public async Task A_long_stream_is_read_whole(int count, int bytes)
    {
        var head = JournalHead.Empty("pilot/a");
        for (var i = 0; i < count; i++)
        {
            var next = Appends.After(head, $"\"{new string('x', bytes)}\"");
            await journal.Append(next);
            head = next.Record.Head;
        }

        Assert.Equal(count, (await journal.Chain("pilot/a")).Count);
    }

    [Fact]
    public async Task A_read_ends_at_the_head_of_its_beginning()
    {
        await journal.AppendNext("pilot/a");
        await using var reading = journal.Read("pilot/a", 0, Cancelled).GetAsyncEnumerator(Cancelled);
        Assert.True(await reading.MoveNextAsync());

        await journal.AppendNext("pilot/a");

        Assert.False(await reading.MoveNextAsync());
    }

    [Fact]
    public async Task An_append_that_expects_another_head_leaves_no_trace()
    {
        await journal.Append(Appends.First("pilot/a", "{\"by\":1}"));

        var outcomes = await journal.Append(
            Appends.First("pilot/a", "{\"by\":2}").In("DK-0740"), Appends.First("pilot/b"));

        Assert.Equal([AppendOutcome.FenceLost, AppendOutcome.Committed], outcomes);
        Assert.Equal("{\"by\":1}"u8.ToArray(), Assert.Single(await journal.Chain("pilot/a")).Body);
        Assert.Empty(await journal.Municipalities(PilotId.Parse("a"), Cancelled));
    }

    [Fact]
    public async Task An_append_too_far_ahead_leaves_no_trace()
    {
        var second = Appends.After(Appends.First("pilot/a").Record.Head);

        Assert.Equal([AppendOutcome.FenceLost], await journal.Append(second));
        Assert.Empty(await journal.Records("pilot/a"));
    }

    [Fact]
    public async Task A_poison_record_in_a_group_fails_alone()
    {
        var group = Enumerable.Range(0, 100)
            .Select(i => Appends.First($"pilot/p-{i}", author: i == 41 ? "nul\0" : "actor-1").In("DK-0740")).ToArray();

        var outcomes = await journal.Append(group);

        Assert.Equal(99, outcomes.Count(outcome => outcome == AppendOutcome.Committed));
        Assert.Equal(AppendOutcome.Refused, outcomes[41]);
        Assert.Equal(0, (await journal.Head("pilot/p-41", Cancelled)).Sequence);
        Assert.Equal(99, (await journal.Heads(Streams.Pilots, Cancelled)).Count);
        Assert.Equal(99, (await journal.PilotHeads(MunicipalityId.Parse("DK-0740"), Cancelled)).Count);
        Assert.Equal(AppendOutcome.Committed, await journal.AppendNext("pilot/p-41"));
    }

    [Fact]
    public async Task A_group_has_at_most_one_append_per_stream()
    {
        var first = Appends.First("pilot/a");

        await Assert.ThrowsAsync<ArgumentException>(() => journal.Append(first, Appends.After(first.Record.Head)));
    }

    [Fact]
    public async Task A_pilot_is_found_by_every_municipality_it_ever_had_a_share_in()
    {
        var first = Appends.First("pilot/b").In("DK-0740", "DK-0657");
        await journal.Append(first, Appends.First("pilot/a").In("DK-0740"), Appends.First("kpi/CDW-DIV"));
        await journal.Append(Appends.After(first.Record.Head).In("DK-0657", "NL-GM0363"));

        var heads = await journal.PilotHeads(MunicipalityId.Parse("DK-0740"), Cancelled);
        var municipalities = await journal.Municipalities(PilotId.Parse("b"), Cancelled);

        Assert.Equal([("pilot/a", 1L), ("pilot/b", 2L)], heads.Select(head => (head.Stream, head.Sequence)));
        Assert.Equal(["DK-0657", "DK-0740", "NL-GM0363"], municipalities.Select(municipality => municipality.Value));
    }

    [Fact]
    public async Task What_feeds_many_municipalities_is_what_feeds_each()
    {
        var first = Appends.First("pilot/b").In("DK-0740", "DK-0657");
        await journal.Append(first, Appends.First("pilot/a").In("DK-0740"), Appends.First("pilot/none"),
            Appends.First("municipality/DK-0740"), Appends.First("municipality/DK-0615"));
        await journal.Append(Appends.After(first.Record.Head));
        string[] places = ["DK-0740", "DK-0657", "DK-0615", "DK-9999"];

        var edges = await journal.Edges([.. ((string[])["a", "b", "none", "nobody"]).Select(PilotId.Parse)], Cancelled);
        var heads = await journal.FeedingHeads([.. places.Select(MunicipalityId.Parse)], Cancelled);
        var some = await journal.FeedingHeads([MunicipalityId.Parse("DK-0657")], Cancelled);

        Assert.Equal(["a DK-0740", "b DK-0657", "b DK-0740"],
            edges.Select(edge => $"{edge.Pilot} {edge.Municipality}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["DK-0615 municipality/DK-0615 1", "DK-0657 pilot/b 2", "DK-0740 municipality/DK-0740 1", "DK-0740 pilot/a 1",
                "DK-0740 pilot/b 2"],
            heads.Select(fed => $"{fed.Municipality} {fed.Head.Stream} {fed.Head.Sequence}").Order(StringComparer.Ordinal));
        Assert.Equivalent(await journal.Head("pilot/b", Cancelled), Assert.Single(some).Head);
        Assert.Empty(await journal.Edges([], Cancelled));
        Assert.Empty(await journal.FeedingHeads([], Cancelled));
    }

    [Fact]
    public async Task Heads_are_listed_by_prefix_in_ordinal_order()
    {
        await journal.Append(Appends.First("pilot/b"), Appends.First("pilot/a-1"), Appends.First("pilot/a"),
            Appends.First("region/a"), Appends.First("kpi/A"));

        var heads = await journal.Heads(Streams.Pilots, Cancelled);

        Assert.Equal(["pilot/a", "pilot/a-1", "pilot/b"], heads.Select(head => head.Stream));
        Assert.Equal(5, (await journal.Heads("", Cancelled)).Count);
    }

    [Fact]
    public async Task A_committed_record_is_there_though_nobody_got_the_answer()
    {
        _ = await journal.Append(Appends.First("pilot/a", "{\"n\":7}").In("DK-0740"));

        var again = OpenAgain();

        Assert.Equal("{\"n\":7}"u8.ToArray(), Assert.Single(await again.Chain("pilot/a")).Body);
        Assert.Single(await again.PilotHeads(MunicipalityId.Parse("DK-0740"), Cancelled));
        Assert.Equal([AppendOutcome.FenceLost], await again.Append(Appends.First("pilot/a", "{\"n\":7}")));
    }

    [Fact]
    public void The_epoch_and_the_member_key_stay_with_the_store()
    {
        var again = OpenAgain();

        Assert.Equal(1, journal.Epoch);
        Assert.Equal(journal.Epoch, again.Epoch);
        Assert.Equal(32, journal.MemberKey.Length);
        Assert.Equal(journal.MemberKey.ToArray(), again.MemberKey.ToArray());
    }
}
