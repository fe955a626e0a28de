using KpiGrid.Silo.Aggregates;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KpiGrid.Tests.Aggregates;

public sealed class WatchersTests
{
    private static readonly TimeSpan lease = TimeSpan.FromSeconds(10);
    private static readonly KpiCode one = KpiCode.Parse("CDW-GEN");
    private static readonly KpiCode other = KpiCode.Parse("MAT-REU");

    private readonly FakeTimeProvider time = new();
    private readonly Watchers watchers;
    private NodeVersion? version = new(1, 9, 9);

    public WatchersTests() => watchers = new(() => version, 2, time);

    [Fact]
    public Task A_new_watcher_is_told_that_anything_may_have_changed() => InTurns(async () =>
    {
        var watcher = new Listener();
        Assert.True(watchers.Renew(watcher, lease));
        Assert.Equal("1-9-0000000000000009 anything", await watcher.Heard(0));
    });

    [Fact]
    public Task Changes_gather_while_a_watcher_is_being_told() => InTurns(async () =>
    {
        var watcher = new Listener { Hold = new() };
        watchers.Renew(watcher, lease);
        await watcher.Heard(0);

        for (var count = 10; count < 15; count++)
        {
            version = new(1, count, 1);
            watchers.Changed([count % 2 == 0 ? one : other]);
        }
        watcher.Hold.SetResult();

        Assert.Equal("1-14-0000000000000001 CDW-GEN MAT-REU", await watcher.Heard(1));
        Assert.Equal(2, watcher.Calls);
    });

    [Fact]
    public Task A_slow_watcher_holds_up_no_other() => InTurns(async () =>
    {
        var (slow, quick) = (new Listener { Hold = new() }, new Listener());
        watchers.Renew(slow, lease);
        watchers.Renew(quick, lease);
        await quick.Heard(0);

        watchers.Changed([one]);

        Assert.Equal("1-9-0000000000000009 CDW-GEN", await quick.Heard(1));
        Assert.Equal(1, slow.Calls);
    });

    [Fact]
    public Task A_watcher_that_failed_is_told_everything_when_it_renews() => InTurns(async () =>
    {
        var watcher = new Listener { Hold = new() };
        watchers.Renew(watcher, lease);
        await watcher.Heard(0);
        watchers.Changed([one]);
        watcher.Hold.SetException(new IOException("gone"));
        await Task.Yield();

        watcher.Hold = null;
        watchers.Renew(watcher, lease);

        Assert.Equal("1-9-0000000000000009 anything", await watcher.Heard(1));
    });

    [Fact]
    public Task A_watcher_whose_answer_is_overdue_is_told_everything_when_it_renews() => InTurns(async () =>
    {
        var watcher = new Listener { Hold = new() }; // the silo between died, and nobody will answer
        watchers.Renew(watcher, lease);
        await watcher.Heard(0);
        watchers.Renew(watcher, lease);
        watchers.Changed([one]);
        await Task.Yield();
        Assert.Equal(1, watcher.Calls);

        time.Advance(TimeSpan.FromSeconds(2));
        watchers.Renew(watcher, lease);

        Assert.Equal("1-9-0000000000000009 anything", await watcher.Heard(1));
    });

    [Fact]
    public Task Nobody_is_told_before_the_node_has_reached_what_storage_showed() => InTurns(async () =>
    {
        version = null;
        var watcher = new Listener();
        watchers.Renew(watcher, lease);
        watchers.Changed([one]);
        await Task.Yield();
        Assert.Equal(0, watcher.Calls);

        version = new(1, 3, 3);
        watchers.Changed([]);

        Assert.Equal("1-3-0000000000000003 anything", await watcher.Heard(0));
    });

    [Fact]
    public Task Who_does_not_renew_is_let_go() => InTurns(async () =>
    {
        var watcher = new Listener();
        watchers.Renew(watcher, lease);
        await watcher.Heard(0);
        time.Advance(lease);
        watchers.Changed([one]);
        await watcher.Heard(1);

        time.Advance(TimeSpan.FromTicks(1));
        watchers.Changed([one]);

        Assert.Equal(0, watchers.Count);
        Assert.Equal(2, watcher.Calls);
    });

    [Fact]
    public void There_is_a_limit_and_who_is_in_stays_in()
    {
        var first = new Listener();
        Assert.True(watchers.Renew(first, lease));
        Assert.True(watchers.Renew(new Listener(), lease));
        Assert.False(watchers.Renew(new Listener(), lease));
        Assert.True(watchers.Renew(first, lease));
        watchers.Remove(first);
        Assert.True(watchers.Renew(new Listener(), lease));
    }

    /// <summary>One turn at a time, as in a grain.</summary>
    private static Task InTurns(Func<Task> test) => Task.Factory.StartNew(
        test, CancellationToken.None, TaskCreationOptions.None,
        new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();

    /// <summary>A watcher that may be slow to answer.</summary>
    private sealed class Listener : IRegionWatcher
    {
        private readonly List<TaskCompletionSource<string>> heard = [];

        public int Calls { get; private set; }

        public TaskCompletionSource? Hold { get; set; }

        public Task<string> Heard(int call) => At(call).Task.WaitAsync(TimeSpan.FromSeconds(10));

        public Task Changed(RegionChange change)
        {
            var kpis = change.Kpis is null ? "anything" : string.Join(' ', change.Kpis.Order());
            At(Calls++).SetResult($"{change.Version} {kpis}");
            return Hold?.Task ?? Task.CompletedTask;
        }

        private TaskCompletionSource<string> At(int call)
        {
            while (heard.Count <= call) heard.Add(new(TaskCreationOptions.RunContinuationsAsynchronously));
            return heard[call];
        }
    }
}
