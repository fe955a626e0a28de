using KpiGrid.Silo.Hosting;
using KpiGrid.Silo.Pilots;
using KpiGrid.Tests.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Xunit;
using static KpiGrid.Tests.Cluster.Pushes;

namespace KpiGrid.Tests.Cluster;

/// <summary>Late marks over restarts of a silo whose reminders lie in memory; the clock is stepped, nothing waits for it.</summary>
public sealed class LateMarkTests : IAsyncLifetime
{
    private TestStore store = null!;

    public async ValueTask InitializeAsync() => store = await TestStore.NewEmbedded();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task A_late_stream_is_marked_once_however_often_it_is_reminded_of_and_over_a_restart()
    {
        string id;
        LateMark mark;
        await using (var grid = await Start(Grid.Morning))
        {
            id = await Declared(grid);
            Assert.Equal(0, await grid.Pilot(id).MarkLate());
            Assert.NotNull(await Reminder(grid, id));
            grid.Time.Advance(TimeSpan.FromDays(1));

            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Remind(grid, id)));
            mark = Assert.Single(await grid.Pilot(id).Marks());
            Assert.Equal(("2026-Q1", new DateOnly(2026, 4, 17)), (mark.Period.ToString(), mark.Due));
            Assert.Equal(mark.MarkedAt, Assert.Single(await grid.Pilot(id).Late(new(2026, 11, 3))).MarkedAt);
            Assert.Equal(["late", "facts"], await Trail(grid, id));
        }
        await using (var grid = await Start(Grid.Morning.AddDays(2)))
        {
            await Remind(grid, id);
            Assert.Equal(Text(mark), Text(Assert.Single(await grid.Pilot(id).Marks())));

            await grid.PushAndSettle(id, Tonnes("m-1", 10, "2026-Q1"));
            Assert.NotNull(Assert.Single(await grid.Pilot(id).Marks()).Came);
            Assert.Equal(10m, await grid.Pilot(id).Total());
            Assert.Single((await grid.Stream(id, Kpi).Read(includeHistory: true, null)).Entries);
            Assert.Equal(1, await grid.Pilot(id).MarkLate());
            Assert.Equal(["late", "push", "late", "facts"], await Trail(grid, id));
        }
    }

    [Fact]
    public async Task What_fell_due_while_the_process_was_down_is_marked_when_it_starts()
    {
        string id;
        await using (var grid = await Start(Grid.Morning)) id = await Declared(grid);
        await using (var grid = await Start(Grid.Morning.AddDays(30)))
        {
            await Deadline.Equal(2L, async () => (await grid.Journal.Head($"pilot/{id}", Grid.Cancelled)).Sequence,
                "the pilot's head", 30);
            Assert.Equal("2026-Q1", Assert.Single(await grid.Pilot(id).Marks()).Period.ToString());
        }
    }

    private Task<Grid> Start(DateTimeOffset now) => Grid.Start(1, TimeSpan.FromMilliseconds(100), silo =>
    {
        store.AddTo(silo);
        silo.UseInMemoryReminderService();
        silo.Services.AddHostedService<DueSweep>();
    }, now);

    private static async Task<string> Declared(Grid grid)
    {
        var id = Grid.NewId("pilot");
        var facts = Grid.PilotOf((await grid.NewMunicipality(), 100)) with
        {
            Kpis = [new() { Kpi = KpiCode.Parse(Kpi), From = new(2026, 1, 1) }],
        };
        await Grid.Accepted(grid.Pilot(id).Put(Grid.Change(facts)));
        return id;
    }

    private static Task Remind(Grid grid, string id) =>
        grid.Pilot(id).AsReference<IRemindable>().ReceiveReminder(DueReminder.Name, default);

    private static async Task<ReminderEntry?> Reminder(Grid grid, string id)
    {
        var table = grid.Cluster.GetSiloServiceProvider().GetRequiredService<IReminderTable>();
        ReminderEntry? entry = null;
        await Deadline.Comes(async () => (entry = await table.ReadRow(
            grid.Pilot(id).GetGrainId(), DueReminder.Name, Grid.Cancelled)) is not null, TimeSpan.FromSeconds(30));
        return entry;
    }

    private static async Task<IEnumerable<string>> Trail(Grid grid, string id) =>
        (await grid.Cluster.Client.GetGrain<IAuditGrain>(0).Trail(new() { Stream = $"pilot/{id}", Limit = 10 }))
            .Lines.Select(line => line.Type);

    private static string Text(LateMark mark) => $"{mark.Id} {mark.MarkedAt:O} {mark.Came}";
}
