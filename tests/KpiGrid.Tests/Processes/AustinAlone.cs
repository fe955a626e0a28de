using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>Runs alone, after the others: it keeps every core busy, and others wait with deadlines.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AustinAlone : ICollectionFixture<AustinServer>;
