using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Azure;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KpiGrid.Tests.Journal.Azure;

/// <summary>What is lost on the way to storage and back.</summary>
public sealed class AzureFaultTests : IAsyncLifetime
{
    // Of what a writer sends, only the commit of a stream's first record names it so.
    private static readonly string Commit = AzureKey.Record(1);

    private readonly Wire wire = new();
    private readonly FakeTimeProvider time = new();
    private AzureStore store = null!;
    private AzureJournal journal = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = new(await Azurite.Shared());
        journal = store.Open(wire.Join);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_unknown_outcome_is_one_streams_own()
    {
        wire.Lose("pilot%2Ftorn", Commit);

        var outcomes = await journal.Append(
            Appends.First("pilot/a"), Appends.First("pilot/torn"), Appends.First("pilot/b").In("DK-0740"));

        Assert.Equal([AppendOutcome.Committed, AppendOutcome.Unknown, AppendOutcome.Committed], outcomes);
        Assert.Empty(await journal.Records("pilot/torn"));
        Assert.Equal(["pilot/a", "pilot/b"], (await journal.Heads("", Cancelled)).Select(head => head.Stream));
        wire.Mend();
        Assert.Equal([AppendOutcome.Committed], await journal.Append(Appends.First("pilot/torn")));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_unknown_to_its_writer_and_told_to_everybody()
    {
        var other = store.Open();
        var mark = (await other.HeadsAfter(0, Cancelled)).Mark;
        wire.LoseAnswer(Commit);

        var outcomes = await journal.Append(Appends.First("pilot/a").In("DK-0740"));
        var told = await other.HeadsAfter(mark, Cancelled);

        Assert.Equal([AppendOutcome.Unknown], outcomes);
        Assert.Equal([("pilot/a", 1L)], told.Heads.Select(head => (head.Stream, head.Sequence)));
        Assert.Single(await other.PilotHeads(MunicipalityId.Parse("DK-0740"), Cancelled));
        Assert.Single(await store.Open().Heads("", Cancelled));
        Assert.Single((await other.Trail(new() { Limit = 10 }, Cancelled)).Records);
        Assert.Equal([AppendOutcome.FenceLost], await other.Append(Appends.First("pilot/a")));
    }

    [Fact]
    public async Task A_head_that_was_announced_and_comes_later_is_not_left_out()
    {
        var other = store.Open();
        var arrives = new TaskCompletionSource();
        wire.Hold(arrives.Task, Commit);
        var appending = journal.Append(Appends.First("pilot/a"));
        var mark = await Announced(other);

        arrives.SetResult();
        await appending;

        Assert.Equal("pilot/a", Assert.Single((await other.HeadsAfter(mark, Cancelled)).Heads).Stream);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task An_append_that_comes_after_its_stream_was_settled_is_fenced(int before)
    {
        var other = store.Open(time: time);
        for (var i = 0; i < before; i++) await journal.AppendNext("pilot/a");
        var late = Appends.After(await journal.Head("pilot/a", Cancelled));
        var arrives = new TaskCompletionSource();
        wire.Hold(arrives.Task, AzureKey.Record(before + 1));
        var appending = journal.Append(late);
        await Announced(other, before + 1);

        time.Advance(store.Options.SettleAfter);
        await other.Heads("", Cancelled);
        var mark = (await other.HeadsAfter(0, Cancelled)).Mark;
        arrives.SetResult();

        Assert.Equal([AppendOutcome.FenceLost], await appending);
        Assert.Equal(before, (await other.Heads("", Cancelled)).Sum(head => head.Sequence));
        Assert.Equal([AppendOutcome.Committed], await journal.Append(late));
        Assert.Single((await other.HeadsAfter(mark, Cancelled)).Heads);
    }

    [Fact]
    public async Task A_mark_does_not_pass_an_append_that_is_on_its_way()
    {
        var other = store.Open(time: time);
        await journal.Append(Appends.First("pilot/before"));
        wire.Lose(Commit, "pilot%2Flost");
        await journal.Append(Appends.First("pilot/lost"));
        await journal.Append(Appends.First("pilot/after"));

        var passing = await other.HeadsAfter(0, Cancelled);
        time.Advance(store.Options.SettleAfter);
        await other.HeadsAfter(0, Cancelled);
        var passed = await other.HeadsAfter(0, Cancelled);

        Assert.Equal((1, 3), (passing.Mark, passed.Mark));
        Assert.Empty((await other.HeadsAfter(passed.Mark, Cancelled)).Heads);
    }

    [Fact]
    public async Task A_silo_that_fell_behind_what_is_kept_of_the_log_reads_all_heads()
    {
        store.Options.MovesKept = 100;
        var (behind, other) = (store.Open(), store.Open());
        await behind.HeadsAfter(0, Cancelled);
        for (var i = 0; i < 4; i++) await Many(i);

        var told = await behind.HeadsAfter(0, Cancelled);

        Assert.Equal(320, told.Heads.Count);
        Assert.Equal(320, told.Mark);

        // One group each, so that the log is longer than what is kept of it.
        async Task Many(int part)
        {
            for (var i = 0; i < 80; i++) await journal.Append(Appends.First($"pilot/p-{part}-{i}"));
            await other.HeadsAfter(0, Cancelled);
        }
    }

    [Fact]
    public async Task Nothing_is_stored_of_what_could_not_be_announced()
    {
        wire.Lose("\"move\"");

        Assert.Equal([AppendOutcome.Unknown], await journal.Append(Appends.First("pilot/a")));
        wire.Mend();
        Assert.Empty(await journal.Records("pilot/a"));
        Assert.Equal([AppendOutcome.Committed], await journal.Append(Appends.First("pilot/a")));
    }

    /// <summary>Waits until the log tells of so many moves, and returns the mark of that moment.</summary>
    private async Task<long> Announced(AzureJournal to, int moves = 1)
    {
        var log = new MoveLog(store.Account().Index);
        Assert.True(await Cluster.Deadline.Comes(
            async () => (await log.After(0)).Count >= moves, TimeSpan.FromMinutes(1)), "Nothing was announced");
        return (await to.HeadsAfter(0, Cancelled)).Mark;
    }
}
