using Xunit;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// Faults of whole clusters run alone: they keep every core busy and are timed by promises. One cluster serves all that take
/// it as it is.
/// </summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class ClusterFaultsAlone : ICollectionFixture<FaultClusterFixture>;
