using System.Collections.Concurrent;
using KpiGrid.Silo.Aggregates;

namespace KpiGrid.Silo.Hosting;

/// <summary>The municipalities and regions active on this silo, and when the sweep last held them against storage.</summary>
internal sealed class LocalNodes
{
    private readonly ConcurrentDictionary<MunicipalityId, Readiness> municipalities = new();
    private readonly ConcurrentDictionary<RegionId, Readiness> regions = new();
    private long confirmedTicks;

    /// <summary>In order of id, as everything here, so that the same nodes are always told in the same order.</summary>
    public IReadOnlyList<RegionId> Regions => [.. regions.Keys.Order()];

    /// <summary>The municipalities that storage has shown more than they hold.</summary>
    public IEnumerable<MunicipalityId> MunicipalitiesBehind => Behind(municipalities);

    /// <summary>The regions that storage has shown more than they hold.</summary>
    public IEnumerable<RegionId> RegionsBehind => Behind(regions);

    /// <summary>When the last finished sweep began.</summary>
    public DateTimeOffset ConfirmedAt
    {
        get => new(Interlocked.Read(ref confirmedTicks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref confirmedTicks, value.UtcTicks);
    }

    public bool Has(MunicipalityId id) => municipalities.ContainsKey(id);

    public void Join(MunicipalityId id, Readiness readiness) => municipalities[id] = readiness;

    public void Join(RegionId id, Readiness readiness) => regions[id] = readiness;

    public void Leave(MunicipalityId id, Readiness readiness) => municipalities.TryRemove(new(id, readiness));

    public void Leave(RegionId id, Readiness readiness) => regions.TryRemove(new(id, readiness));

    private static IEnumerable<T> Behind<T>(ConcurrentDictionary<T, Readiness> nodes) where T : notnull =>
        nodes.Where(node => node.Value.IsBehind).Select(node => node.Key).Order();
}
