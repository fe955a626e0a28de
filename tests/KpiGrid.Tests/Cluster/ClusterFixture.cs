using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Cluster;

/// <summary>One silo on a store of its own, shared by the tests of what a cluster does in peace.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private TestStore store = null!;

    internal Grid Grid { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.NewEmbedded();
        Grid = await Grid.Start(1, TimeSpan.FromMilliseconds(100), store.AddTo);
    }

    public async ValueTask DisposeAsync()
    {
        await Grid.DisposeAsync();
        await store.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class OneSilo : ICollectionFixture<ClusterFixture>
{
    public const string Name = "one silo";
}
