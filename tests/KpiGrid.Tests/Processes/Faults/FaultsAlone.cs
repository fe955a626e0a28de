using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>Faults of whole processes run alone, one after the other: they keep every core and the disk busy.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class FaultsAlone;
