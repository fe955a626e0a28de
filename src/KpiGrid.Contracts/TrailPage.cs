namespace KpiGrid;

/// <summary>A page of the trail.</summary>
/// <param name="Lines">The lines, newest first; fewer than asked for where their records are large.</param>
/// <param name="More">Whether older ones follow: ask again after the last line.</param>
[GenerateSerializer, Immutable, Alias("TrailPage")]
public sealed record TrailPage([property: Id(0)] IReadOnlyList<TrailLine> Lines, [property: Id(1)] bool More);
