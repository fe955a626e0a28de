using System.Collections.Concurrent;
using KpiGrid.Silo.Journal;
using KpiGrid.Tests.Cluster;
using Xunit;

namespace KpiGrid.Tests.Journal;

public abstract partial class JournalConformance
{
    [Fact]
    public async Task Writers_that_race_leave_no_gap_and_no_double()
    {
        const int Writers = 3, Attempts = 150;
        var outcomes = new ConcurrentBag<AppendOutcome>();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var own = OpenAgain();
            for (var i = 0; i < Attempts; i++)
                outcomes.Add(await own.AppendNext($"pilot/p-{i % 2}", $"{{\"by\":{writer}}}"));
        }, Cancelled)));

        var won = outcomes.Count(outcome => outcome == AppendOutcome.Committed);
        var stored = (await journal.Chain("pilot/p-0")).Count + (await journal.Chain("pilot/p-1")).Count;
        Assert.Equal(Writers * Attempts, won + outcomes.Count(outcome => outcome == AppendOutcome.FenceLost));
        Assert.Equal(won, stored);
        Assert.Equal(won, (await journal.Heads("", Cancelled)).Sum(head => head.Sequence));
    }

    [Fact]
    public async Task Of_many_appends_after_one_head_exactly_one_wins()
    {
        var journals = Enumerable.Range(0, 4).Select(_ => OpenAgain()).ToArray();
        var head = JournalHead.Empty("pilot/a");
        for (var round = 0; round < 30; round++)
        {
            var outcomes = await Task.WhenAll(journals.Select((own, i) =>
                Task.Run(() => own.Append(Appends.After(head, $"{{\"by\":{i}}}")), Cancelled)));

            Assert.Single(outcomes, outcome => outcome[0] == AppendOutcome.Committed);
            head = await journal.Head("pilot/a", Cancelled);
            Assert.Equal(round + 1, head.Sequence);
        }
        Assert.Equal(30, (await journal.Chain("pilot/a")).Count);
    }

    [Fact]
    public async Task No_head_is_left_out_while_others_commit()
    {
        var acknowledged = new ConcurrentDictionary<string, long>();
        var told = new Dictionary<string, long>();
        var mark = 0L;
        var writing = Task.WhenAll(Enumerable.Range(0, 3).Select(writer => Task.Run(() => Write(writer), Cancelled)));

        while (!writing.IsCompleted) await Sweep();
        await Sweep();
        await writing;

        var heads = await journal.Heads("", Cancelled);
        Assert.Equal(told, heads.ToDictionary(head => head.Stream, head => head.Sequence));
        // Once nobody writes any more, not even beside this store, what was told is not told again.
        Assert.True(await Deadline.Comes(async () =>
        {
            var moved = await journal.HeadsAfter(mark, Cancelled);
            mark = moved.Mark;
            return moved.Heads.Count == 0;
        }, TimeSpan.FromMinutes(1)));

        async Task Write(int writer)
        {
            var own = OpenAgain();
            for (var i = 0; i < 100; i++)
            {
                var stream = $"pilot/p-{writer}-{i % 7}";
                await own.AppendNext(stream);
                acknowledged[stream] = i / 7 + 1;
            }
        }

        async Task Sweep()
        {
            var due = acknowledged.ToArray();
            var moved = await journal.HeadsAfter(mark, Cancelled);
            mark = moved.Mark;
            foreach (var head in moved.Heads) told[head.Stream] = head.Sequence;
            Assert.All(due, head => Assert.True(told[head.Key] >= head.Value, $"{head.Key} {head.Value} was left out"));
        }
    }
}
