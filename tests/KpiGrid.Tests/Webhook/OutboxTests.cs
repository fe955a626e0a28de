using KpiGrid.Silo.Hosting;
using KpiGrid.Silo.Webhook;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Journal;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Webhook;

/// <summary>Late marks of a cluster on their way to a real receiver.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private TestStore store = null!;
    private Receiver receiver = null!;

    public async ValueTask InitializeAsync() => (store, receiver) = (await TestStore.NewEmbedded(), await Receiver.Start());

    public async ValueTask DisposeAsync()
    {
        await receiver.DisposeAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_mark_is_posted_until_it_is_taken_also_after_a_restart_and_then_never_again()
    {
        string id;
        receiver.Next(500, 307);
        await using (var grid = await Start(Grid.Morning, options => options.TriesADay = 2))
        {
            id = await Late(grid);
            await Deadline.Equal(2, () => Task.FromResult(receiver.Attempts.Count), "the number of attempts", 30);
            Assert.Null(Assert.Single(await grid.Pilot(id).Marks()).ToldAt);
        }
        receiver.Next(503);
        await using (var grid = await Start(Grid.Morning.AddDays(1), _ => { }))
        {
            var mark = await Told(grid, id);
            Assert.Equal(4, receiver.Attempts.Count);
            Assert.All(receiver.Attempts, attempt => Assert.Equal(mark.Id, attempt.Id));
            Assert.Equal(0, receiver.Strays);
            var body = receiver.Attempts[^1].Body;
            Assert.Equal($"{{\"id\":\"{mark.Id}\",\"pilot\":\"{id}\",\"kpi\":\"CDW-GEN\",\"municipalities\":"
                + $"[\"{mark.Municipalities[0]}\"],\"period\":\"2026-Q1\",\"due\":\"2026-04-17\",\"lateSince\":\"2026-04-18\","
                + $"\"link\":\"https://kpigrid.example/pilots/{id}\"}}", body.GetProperty("data").GetRawText());
            Assert.Equal("kpi-stream.late", body.GetProperty("type").GetString());
        }
        await using (var grid = await Start(Grid.Morning.AddDays(2), _ => { }))
        {
            Assert.Equal(0, await grid.Pilot(id).MarkLate());
            Assert.Equal(0, grid.Cluster.GetSiloServiceProvider().GetRequiredService<Outbox>().Waiting);
            Assert.Equal(4, receiver.Attempts.Count);
        }
    }

    [Fact]
    public async Task A_receiver_that_hangs_holds_up_neither_a_push_nor_a_mark()
    {
        var release = new TaskCompletionSource();
        receiver.Next(_ => release.Task);
        await using var grid = await Start(Grid.Morning, options => (options.Timeout, options.AtOnce) = (TimeSpan.FromMinutes(1), 1));
        var id = await Late(grid);
        await Deadline.Equal(1, () => Task.FromResult(receiver.Attempts.Count), "the number of attempts", 30);

        await grid.PushAndSettle(id, Tonnes("m-1", 10, "2026-Q1"));
        Assert.Equal(1, await grid.Pilot(id).MarkLate());

        var marks = await grid.Pilot(id).Marks();
        Assert.Equal((2, true), (marks.Count, marks.All(mark => mark.ToldAt is null)));
        release.SetResult();
        await Deadline.Equal(true, async () => (await grid.Pilot(id).Marks()).All(mark => mark.ToldAt is not null), "all told", 30);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_gets_nothing_more_and_health_says_so()
    {
        receiver.Next(410);
        await using var grid = await Start(Grid.Morning, _ => { });
        var health = grid.Cluster.GetSiloServiceProvider().GetRequiredService<WebhookHealth>();
        var first = await Late(grid);
        await Deadline.Equal("gone", () => Task.FromResult(health.Text), "the health", 30);

        await grid.PushAndSettle(first, Tonnes("m-1", 10, "2026-Q1"));
        Assert.Equal(1, await grid.Pilot(first).MarkLate());

        Assert.False(grid.Cluster.GetSiloServiceProvider().GetRequiredService<Outbox>().IsOn);
        Assert.Single(receiver.Attempts);
    }

    private Task<Grid> Start(DateTimeOffset now, Action<WebhookOptions> configure) =>
        Grid.Start(1, TimeSpan.FromMilliseconds(100), silo =>
        {
            store.AddTo(silo);
            silo.Services.AddHostedService<DueSweep>();
            silo.Services.Configure<WebhookOptions>(options =>
            {
                (options.Address, options.Secret, options.AllowPrivate) = (receiver.Address, Receiver.Secret, true);
                (options.Link, options.FirstPause) = (new("https://kpigrid.example/"), TimeSpan.FromMilliseconds(5));
                configure(options);
            });
        }, now);

    /// <summary>A pilot with a stream that is late and marked.</summary>
    private static async Task<string> Late(Grid grid)
    {
        var id = Grid.NewId("pilot");
        var facts = Grid.PilotOf((await grid.NewMunicipality(), 100)) with
        {
            Kpis = [new() { Kpi = KpiCode.Parse(Kpi), From = new(2026, 1, 1) }],
        };
        await Grid.Accepted(grid.Pilot(id).Put(Grid.Change(facts)));
        grid.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await grid.Pilot(id).MarkLate());
        return id;
    }

    private static async Task<LateMark> Told(Grid grid, string id)
    {
        LateMark? mark = null;
        Assert.True(await Deadline.Comes(
            async () => (mark = Assert.Single(await grid.Pilot(id).Marks())).ToldAt is not null, TimeSpan.FromSeconds(30)));
        return mark!;
    }
}
