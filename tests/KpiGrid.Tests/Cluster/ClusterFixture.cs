using KpiGrid.Silo.Journal;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Cluster;

/// <summary>One silo on a SQLite journal in a folder of its own, shared by the tests of what a cluster does in peace.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private readonly TempFolder folder = new();

    internal Grid Grid { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Grid = await Grid.Start(
        1, TimeSpan.FromMilliseconds(100), silo => silo.AddSqliteJournal(folder.Path));

    public async ValueTask DisposeAsync()
    {
        await Grid.DisposeAsync();
        folder.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class OneSilo : ICollectionFixture<ClusterFixture>
{
    public const string Name = "one silo";
}
