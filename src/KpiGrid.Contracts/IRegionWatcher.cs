using Orleans.Concurrency;

namespace KpiGrid;

/// <summary>Hears when something in a region changed: one in an API process for each region somebody watches.</summary>
/// <remarks>
/// It is told at once, and while it is being told, changes gather for the next call. A call that fails is made again
/// with the next change or renewal, then naming every KPI. It is told that something changed, never the values:
/// <see cref="IRegionGrain.Snapshot"/> gives those, all at one version.
/// </remarks>
[Alias("IRegionWatcher")]
public interface IRegionWatcher : IGrainObserver
{
    /// <summary>Something changed. The answer only says that it was heard, so it must come without waiting.</summary>
    [Alias("Changed"), AlwaysInterleave]
    Task Changed(RegionChange change);
}

/// <summary>What a region tells its watchers.</summary>
/// <param name="Version">The region's version, at which everything named has changed at the latest.</param>
/// <param name="Kpis">The KPIs of which a value, a mark or the coverage may have changed; null for any.</param>
[GenerateSerializer, Immutable, Alias("RegionChange")]
public sealed record RegionChange(
    [property: Id(0)] NodeVersion Version, [property: Id(1)] IReadOnlyList<KpiCode>? Kpis);
