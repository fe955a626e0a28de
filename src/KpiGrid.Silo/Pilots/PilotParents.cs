using KpiGrid.Silo.Aggregates;

namespace KpiGrid.Silo.Pilots;

/// <summary>The municipalities that a pilot reports to: all that ever had a share, so that one that has none any more is told.</summary>
internal sealed class PilotParents(PilotId pilot, PilotState state, PilotDuties duties, long epoch, IGrainFactory grains)
{
    private readonly Dictionary<MunicipalityId, Reporting> parents = [];

    /// <summary>Takes in those that have joined.</summary>
    public void Enlist()
    {
        foreach (var municipality in state.Municipalities.Where(id => !parents.ContainsKey(id)))
            parents.Add(municipality, new(
                new PilotReports(pilot, municipality, state, duties, epoch),
                grains.GetGrain<IMunicipalityGrain>(municipality.Value).Report));
    }

    /// <summary>Reports what a record changed.</summary>
    public void Changed(
        PilotChanges changes, IReadOnlyDictionary<MunicipalityId, HashSet<KpiStreamId>> changedDuties)
    {
        foreach (var (municipality, parent) in parents)
            parent.Changed(
                changes.Cells.TryGetValue(municipality, out var keys) ? keys : [],
                changedDuties.TryGetValue(municipality, out var streams) ? streams : []);
    }

    /// <summary>A parent says what it holds.</summary>
    public void Poked(MunicipalityId municipality, NodeVersion holds)
    {
        if (parents.TryGetValue(municipality, out var parent)) parent.Poked(holds);
    }

    /// <summary>Completes with every parent's version once it has acknowledged a version of the pilot.</summary>
    public async Task<IReadOnlyList<SettledNode>> Settled(NodeVersion version) => await Task.WhenAll(
        parents.Select(async parent => new SettledNode(parent.Key, await parent.Value.Settled(version))));
}
