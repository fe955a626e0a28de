using Xunit;

namespace KpiGrid.Tests.Simulation;

/// <summary>Takes every core for a while, so nothing that waits for answers runs beside it.</summary>
[CollectionDefinition(nameof(AllCores), DisableParallelization = true)]
public sealed class AllCores;
