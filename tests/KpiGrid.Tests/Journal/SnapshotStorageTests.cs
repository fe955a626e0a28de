using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Journal.Azure;
using KpiGrid.Tests.Journal.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;
using Xunit;

namespace KpiGrid.Tests.Journal;

public sealed class SnapshotStorageTests : IAsyncDisposable
{
    private static readonly GrainId grain = GrainId.Create("pilot", "a");

    private readonly TempFolder folder = new();
    private readonly ServiceProvider services = new ServiceCollection().AddSerializer().BuildServiceProvider();
    private readonly List<IAsyncDisposable> opened = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var each in Enumerable.Reverse(opened)) await each.DisposeAsync();
        await services.DisposeAsync();
        folder.Dispose();
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task What_is_written_is_read_back(string table)
    {
        var storage = await Storage(table);
        var written = new GrainState<Kept> { State = new() { Sequence = 7 } };
        await storage.WriteStateAsync("state", grain, written, Cancelled);
        var read = await Read(storage);

        Assert.Equal(7, read.State!.Sequence);
        Assert.True(read.RecordExists && written.RecordExists);
        Assert.Equal(written.ETag, read.ETag);

        read.State = new() { Sequence = 8 };
        await storage.WriteStateAsync("state", grain, read, Cancelled);
        Assert.Equal(8, (await Read(storage)).State!.Sequence);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Absent_state_is_empty_and_has_no_etag(string table)
    {
        var read = new GrainState<Kept> { State = new() { Sequence = 9 }, ETag = "old", RecordExists = true };
        await (await Storage(table)).ReadStateAsync("state", grain, read, Cancelled);

        Assert.Equal((0, null, false), (read.State!.Sequence, read.ETag, read.RecordExists));
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Of_two_first_writes_one_wins(string table)
    {
        var storage = await Storage(table);
        var states = Enumerable.Range(1, 8)
            .Select(i => new GrainState<Kept> { State = new() { Sequence = i } }).ToArray();

        var results = await Task.WhenAll(states.Select(state => Task.Run(async () =>
            await Record.ExceptionAsync(() => storage.WriteStateAsync("state", grain, state, Cancelled)), Cancelled)));

        var winner = Assert.Single(states, state => state.RecordExists);
        Assert.Equal(7, results.OfType<InconsistentStateException>().Count());
        Assert.Equal(winner.State!.Sequence, (await Read(storage)).State!.Sequence);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task A_stale_write_or_clear_is_a_conflict_and_changes_nothing(string table)
    {
        var storage = await Storage(table);
        var stale = new GrainState<Kept> { State = new() { Sequence = 1 } };
        await storage.WriteStateAsync("state", grain, stale, Cancelled);
        var current = await Read(storage);
        await storage.WriteStateAsync("state", grain, current, Cancelled);

        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.WriteStateAsync("state", grain, stale, Cancelled));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.ClearStateAsync("state", grain, stale, Cancelled));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.ClearStateAsync("state", grain, new GrainState<Kept>(), Cancelled));
        Assert.Equal(current.ETag, (await Read(storage)).ETag);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Cleared_state_is_gone_and_can_be_written_anew(string table)
    {
        var storage = await Storage(table);
        var state = new GrainState<Kept> { State = new() { Sequence = 1 } };
        await storage.WriteStateAsync("state", grain, state, Cancelled);
        await storage.ClearStateAsync("state", grain, state, Cancelled);

        Assert.Equal((0, null, false), (state.State!.Sequence, state.ETag, state.RecordExists));
        Assert.False((await Read(storage)).RecordExists);
        await storage.ClearStateAsync("state", grain, state, Cancelled);
        await storage.WriteStateAsync("state", grain, state, Cancelled);
    }

    [Fact]
    public async Task A_snapshot_with_any_byte_flipped_is_as_good_as_none_and_can_be_written_over()
    {
        var table = new MemoryJournal();
        var storage = Storage(table);
        var state = new GrainState<Kept> { State = new() { Sequence = 1 } };
        await storage.WriteStateAsync("state", grain, state, Cancelled);
        var stored = (await table.ReadSnapshot($"state/{grain}", Cancelled))!;
        for (var i = 0; i < stored.Body.Length; i++)
        {
            var flipped = stored.Body.ToArray();
            flipped[i] ^= 1;
            await table.WriteSnapshot($"state/{grain}", stored.Etag, stored with { Body = flipped }, Cancelled);
            Assert.False((await Read(storage)).RecordExists);
        }
        await storage.WriteStateAsync("state", grain, await Read(storage), Cancelled);
    }

    [Fact]
    public async Task A_snapshot_of_another_shape_is_as_good_as_none()
    {
        var storage = Storage(new MemoryJournal());
        await storage.WriteStateAsync("state", grain, new GrainState<Kept> { State = new() }, Cancelled);
        var other = new GrainState<Other>();

        await storage.ReadStateAsync("state", grain, other, Cancelled);

        Assert.False(other.RecordExists);
    }

    public static TheoryData<string> Tables => ["sqlite", "memory", "postgres", "azure"];

    private static async Task<GrainState<Kept>> Read(SnapshotStorage storage)
    {
        var state = new GrainState<Kept>();
        await storage.ReadStateAsync("state", grain, state, Cancelled);
        return state;
    }

    private async Task<SnapshotStorage> Storage(string kind) => Storage(kind switch
    {
        "memory" => new MemoryJournal(),
        "sqlite" => Opened(SqliteJournal.Open(folder.File("journal.db"))),
        "azure" => new AzureStore(await Azurite.Shared()).Open(),
        _ => Opened(PostgresJournal.Open(Opened(await PostgresRun.NewStore()).ConnectionString, PostgresRun.Options)),
    });

    private SnapshotStorage Storage(ISnapshotTable table) => new(
        table, new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>()),
        services.GetRequiredService<IActivatorProvider>(), NullLogger<SnapshotStorage>.Instance);

    private T Opened<T>(T store) where T : IAsyncDisposable
    {
        opened.Add(store);
        return store;
    }

    [GenerateSerializer, Alias("tests.Kept")]
    internal sealed class Kept
    {
        [Id(0)]
        public long Sequence { get; set; }
    }

    [GenerateSerializer, Alias("tests.Other")]
    internal sealed class Other
    {
        [Id(0)]
        public string Text { get; set; } = "";
    }
}
