using Xunit;

namespace KpiGrid.Tests.Faults;

/// <summary>One cluster for all kinds of faults, started by the first that needs it.</summary>
public sealed class FaultClusterFixture : IAsyncDisposable
{
    private FaultCluster? cluster;

    internal FaultCluster Cluster => cluster!;

    internal async Task<FaultCluster> Stands()
    {
        cluster ??= await FaultCluster.Start(new());
        await cluster.Stands();
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
    }
}
