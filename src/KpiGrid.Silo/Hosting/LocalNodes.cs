using System.Collections.Concurrent;

namespace KpiGrid.Silo.Hosting;

/// <summary>The municipalities and regions active on this silo, and when the sweep last held them against storage.</summary>
internal sealed class LocalNodes
{
    private readonly ConcurrentDictionary<MunicipalityId, byte> municipalities = new();
    private readonly ConcurrentDictionary<RegionId, byte> regions = new();
    private long confirmedTicks;

    public ICollection<MunicipalityId> Municipalities => municipalities.Keys;

    public ICollection<RegionId> Regions => regions.Keys;

    /// <summary>When the last finished sweep began.</summary>
    public DateTimeOffset ConfirmedAt
    {
        get => new(Interlocked.Read(ref confirmedTicks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref confirmedTicks, value.UtcTicks);
    }

    public bool Has(MunicipalityId id) => municipalities.ContainsKey(id);

    public bool Has(RegionId id) => regions.ContainsKey(id);

    public void Join(MunicipalityId id) => municipalities[id] = 0;

    public void Join(RegionId id) => regions[id] = 0;

    public void Leave(MunicipalityId id) => municipalities.TryRemove(id, out _);

    public void Leave(RegionId id) => regions.TryRemove(id, out _);
}
