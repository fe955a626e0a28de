using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Cluster;

/// <summary>One silo whose SQLite journal fails as planned.</summary>
public sealed class FaultFixture : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SqliteJournal store = null!;

    internal Grid Grid { get; private set; } = null!;

    internal FaultJournal Journal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        store = SqliteJournal.Open(folder.File("journal.db"));
        Journal = new(store, store);
        Grid = await Grid.Start(1, TimeSpan.FromMilliseconds(100), silo => silo.AddJournal(_ => Journal));
    }

    public async ValueTask DisposeAsync()
    {
        await Grid.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class FailingStore : ICollectionFixture<FaultFixture>
{
    public const string Name = "failing store";
}
