using KpiGrid.Silo.Journal;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Orleans.Storage;
using Xunit;

namespace KpiGrid.Tests.Journal;

public sealed class GroupCommitTests : IAsyncLifetime
{
    private readonly HeldJournal journal = new();
    private readonly FakeTimeProvider time = new(Appends.Now);
    private readonly JournalOptions options = new() { QueueRecordsMax = 3, GroupBytesMax = 1_000 };
    private readonly GroupCommit commit;

    // A lost append would wait for ever: time stands still here.
    private readonly CancellationTokenSource patience =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public GroupCommitTests()
    {
        commit = new(journal, Options.Create(options), time);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
    }

    private CancellationToken Cancelled => patience.Token;

    public async ValueTask InitializeAsync() => await commit.Start();

    public async ValueTask DisposeAsync()
    {
        journal.LetGo();
        await commit.Drain(TestContext.Current.CancellationToken);
        commit.Dispose();
        patience.Dispose();
    }

    [Fact]
    public async Task An_append_completes_once_it_is_committed()
    {
        var append = commit.Append(Appends.First("pilot/a"), Cancelled);
        var group = await journal.Next(Cancelled);
        Assert.False(append.IsCompleted);

        group.Release();

        await append;
        Assert.Single(await journal.Chain("pilot/a"));
    }

    [Fact]
    public async Task An_append_whose_commit_fails_is_never_acknowledged()
    {
        var append = commit.Append(Appends.First("pilot/a"), Cancelled);
        (await journal.Next(Cancelled)).FailBeforeCommit(new IOException("no such disk"));

        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() => append);

        Assert.IsType<IOException>(failure.InnerException);
        Assert.True(failure.RetryAfter > TimeSpan.Zero);
        Assert.Empty(await journal.Records("pilot/a"));
    }

    [Fact]
    public async Task An_answer_lost_after_the_commit_is_an_unknown_outcome()
    {
        var append = commit.Append(Appends.First("pilot/a"), Cancelled);
        (await journal.Next(Cancelled)).FailAfterCommit(new IOException("connection reset"));

        await Assert.ThrowsAsync<JournalUnavailableException>(() => append);
        Assert.Single(await journal.Chain("pilot/a"));
    }

    [Fact]
    public async Task A_failed_group_does_not_stop_the_next()
    {
        var failing = commit.Append(Appends.First("pilot/a"), Cancelled);
        var first = await journal.Next(Cancelled);
        var waiting = commit.Append(Appends.First("pilot/b"), Cancelled);
        first.FailBeforeCommit(new IOException("no such disk"));
        (await journal.Next(Cancelled)).Release();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => failing);
        await waiting;
    }

    [Fact]
    public async Task A_full_store_is_said_by_its_name_to_everybody_of_the_group()
    {
        var first = commit.Append(Appends.First("pilot/a"), Cancelled);
        var group = await journal.Next(Cancelled);
        group.FailBeforeCommit(new JournalFullException("disk full", TimeSpan.FromSeconds(30)));

        Assert.Equal(30, (await Assert.ThrowsAsync<JournalFullException>(() => first)).RetryAfter.TotalSeconds);
    }

    [Fact]
    public async Task Everything_that_waits_forms_the_next_group_but_a_stream_only_once()
    {
        var a1 = Appends.First("pilot/a");
        var (a2, b1) = (Appends.After(a1.Record.Head), Appends.First("pilot/b"));
        var a3 = Appends.After(a2.Record.Head);
        Task[] appends = [commit.Append(a1, Cancelled)];
        var first = await journal.Next(Cancelled);
        appends = [.. appends, .. new[] { a2, a3, b1 }.Select(append => commit.Append(append, Cancelled))];

        first.Release();
        (await journal.Next(Cancelled)).Release();
        (await journal.Next(Cancelled)).Release();
        await Task.WhenAll(appends);

        Assert.Equal([[a1], [a2, b1], [a3]], journal.Groups);
        Assert.Equal(3, (await journal.Chain("pilot/a")).Count);
    }

    [Fact]
    public async Task A_group_is_at_most_so_many_bytes_or_one_record()
    {
        var blocking = commit.Append(Appends.First("pilot/0"), Cancelled);
        var first = await journal.Next(Cancelled);
        Task[] appends = [blocking, .. Enumerable.Range(1, 3).Select(i =>
            commit.Append(Appends.First($"pilot/{i}", new string('x', i == 1 ? 5_000 : 600)), Cancelled))];
        first.Release();
        for (var i = 0; i < 3; i++) (await journal.Next(Cancelled)).Release();
        await Task.WhenAll(appends);

        Assert.Equal([1, 1, 1, 1], journal.Groups.Select(group => group.Count));
    }

    [Fact]
    public async Task A_lost_fence_and_a_refused_record_fail_alone()
    {
        var stale = Appends.After(Appends.First("pilot/stale").Record.Head);
        var blocking = commit.Append(Appends.First("pilot/0"), Cancelled);
        var first = await journal.Next(Cancelled);
        var lost = commit.Append(stale, Cancelled);
        var refused = commit.Append(Appends.First("pilot/poison", author: "nul\0"), Cancelled);
        var good = commit.Append(Appends.First("pilot/good"), Cancelled);
        first.Release();
        (await journal.Next(Cancelled)).Release();

        await Task.WhenAll(blocking, good);
        await Assert.ThrowsAsync<InconsistentStateException>(() => lost);
        await Assert.ThrowsAsync<RecordRefusedException>(() => refused);
    }

    [Fact]
    public async Task An_unknown_outcome_of_one_stream_leaves_the_others_of_its_group_acknowledged()
    {
        var blocking = commit.Append(Appends.First("pilot/0"), Cancelled);
        var first = await journal.Next(Cancelled);
        var unanswered = commit.Append(Appends.First("pilot/torn"), Cancelled);
        var good = commit.Append(Appends.First("pilot/good"), Cancelled);
        first.Release();
        (await journal.Next(Cancelled)).ReleaseBut("pilot/torn");

        await Task.WhenAll(blocking, good);
        var unknown = await Assert.ThrowsAsync<JournalUnavailableException>(() => unanswered);
        Assert.Contains("pilot/torn", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_queue_is_busy_and_what_waits_is_not_harmed()
    {
        var sent = commit.Append(Appends.First("pilot/0"), Cancelled);
        var first = await journal.Next(Cancelled);
        Task[] waiting = [.. Enumerable.Range(1, 3).Select(i => commit.Append(Appends.First($"pilot/{i}"), Cancelled))];

        var busy = await Assert.ThrowsAsync<JournalBusyException>(
            () => commit.Append(Appends.First("pilot/4"), Cancelled));
        first.Release();
        (await journal.Next(Cancelled)).Release();
        await Task.WhenAll([sent, .. waiting]);

        Assert.True(busy.RetryAfter > TimeSpan.Zero);
        Assert.Empty(await journal.Records("pilot/4"));
    }

    [Fact]
    public async Task Cancelled_before_it_was_sent_an_append_is_never_written()
    {
        using var caller = new CancellationTokenSource();
        var sent = commit.Append(Appends.First("pilot/0"), Cancelled);
        var first = await journal.Next(Cancelled);
        var waiting = commit.Append(Appends.First("pilot/1"), caller.Token);

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Release();
        await sent;
        await commit.Drain(Cancelled);

        Assert.Single(journal.Groups);
        Assert.Empty(await journal.Records("pilot/1"));
    }

    [Fact]
    public async Task Timed_out_before_it_was_sent_an_append_is_never_written_and_its_place_is_free()
    {
        var sent = commit.Append(Appends.First("pilot/0"), Cancelled);
        var first = await journal.Next(Cancelled);
        Task[] waiting = [.. Enumerable.Range(1, 3).Select(i => commit.Append(Appends.First($"pilot/{i}"), Cancelled))];

        time.Advance(options.AppendTimeout);
        foreach (var append in waiting) await Assert.ThrowsAsync<JournalBusyException>(() => append);
        var after = commit.Append(Appends.First("pilot/4"), Cancelled);
        first.Release();
        (await journal.Next(Cancelled)).Release();
        await after;

        await Assert.ThrowsAsync<JournalUnavailableException>(() => sent);
        Assert.Equal(["pilot/0", "pilot/4"], (await journal.Heads("", Cancelled)).Select(head => head.Stream));
    }

    [Fact]
    public async Task Given_up_once_it_was_sent_an_append_has_an_unknown_outcome()
    {
        using var caller = new CancellationTokenSource();
        var sent = commit.Append(Appends.First("pilot/a"), caller.Token);
        var group = await journal.Next(Cancelled);

        await caller.CancelAsync();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => sent);
        group.Release();
        await commit.Drain(Cancelled);

        Assert.Single(await journal.Chain("pilot/a"));
    }

    [Fact]
    public async Task A_silo_that_stops_commits_what_waits_and_takes_nothing_more()
    {
        var sent = commit.Append(Appends.First("pilot/0"), Cancelled);
        var first = await journal.Next(Cancelled);
        var waiting = commit.Append(Appends.First("pilot/1"), Cancelled);

        var draining = commit.Drain(Cancelled);
        await Assert.ThrowsAsync<JournalBusyException>(() => commit.Append(Appends.First("pilot/2"), Cancelled));
        first.Release();
        (await journal.Next(Cancelled)).Release();

        await Task.WhenAll(draining, sent, waiting);
    }
}
