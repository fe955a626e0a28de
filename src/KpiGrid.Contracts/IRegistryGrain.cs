using Orleans.Concurrency;

namespace KpiGrid;

/// <summary>
/// One registry noun with a journal stream of its own; keyed by that stream: <c>kpi/CODE</c>, <c>municipality/CODE</c>,
/// <c>region/id</c>, <c>key/id</c>, <c>target/node/KPI</c>, <c>round/region/name</c>,
/// <c>turn/region/name/CODE</c>, <c>edition/region/number</c>. A pilot's facts are put at the pilot.
/// </summary>
[Alias("IRegistryGrain")]
public interface IRegistryGrain : IGrainWithStringKey
{
    /// <summary>Puts the noun's facts; the same facts again change nothing.</summary>
    [Alias("Put")]
    Task<RegistryAnswer> Put(RegistryChange change);

    /// <summary>The noun as of now or of an instant; null when it was not there.</summary>
    [Alias("Read")]
    Task<RegistryEntry?> Read(DateTimeOffset? asOf);
}

/// <summary>Lists registry nouns from the silo's read-only view; any activation will do.</summary>
[Alias("IRegistryListGrain")]
public interface IRegistryListGrain : IGrainWithIntegerKey
{
    /// <summary>A page of <c>kpi</c>, <c>municipality</c>, <c>region</c>, <c>pilot</c> or <c>target</c> by id; of
    /// <c>target/regions/ncc</c>, the targets of that node by KPI.</summary>
    [Alias("List"), AlwaysInterleave]
    Task<RegistryPage> List(string noun, string? after, int limit);

    /// <summary>The regions that any of some municipalities is or ever was a member of, by id.</summary>
    [Alias("Regions"), AlwaysInterleave]
    Task<IReadOnlyList<RegionId>> Regions(IReadOnlyList<MunicipalityId> municipalities);

    /// <summary>The municipalities whose code ended, or stood for another territory from a day on, with successors.</summary>
    [Alias("Ended"), AlwaysInterleave]
    Task<IReadOnlyList<MunicipalityId>> Ended();

    /// <summary>What the journal stands at; completes only if storage answers.</summary>
    [Alias("Journal"), AlwaysInterleave]
    Task<JournalState> Journal();
}

/// <summary>What the journal stands at.</summary>
/// <param name="Epoch">The store's epoch.</param>
[GenerateSerializer, Immutable, Alias("JournalState")]
public sealed record JournalState([property: Id(0)] long Epoch);
