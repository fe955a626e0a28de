using Xunit;

namespace KpiGrid.Tests.Fuzz;

/// <summary>Runs alone, after the others: it keeps every core busy, and others wait with deadlines.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class FuzzAlone;
