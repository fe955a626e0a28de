namespace KpiGrid;

/// <summary>The code under which a municipality continues.</summary>
[GenerateSerializer, Immutable, Alias("Successor")]
public sealed record Successor
{
    /// <summary>The code.</summary>
    [Id(0)]
    public MunicipalityId Code { get; init; }

    /// <summary>Merged or renumbered.</summary>
    [Id(1)]
    public SuccessorKind Kind { get; init; }
}
