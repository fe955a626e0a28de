using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Aggregates;

/// <summary>The versions that storage shows for the children of a node.</summary>
internal static class StorageVersions
{
    /// <summary>Municipalities, each with everything that feeds it: its pilots' heads and its own.</summary>
    public static async Task<IReadOnlyDictionary<MunicipalityId, NodeVersion>> Of(
        IJournal journal, IReadOnlyCollection<MunicipalityId> municipalities, CancellationToken cancellationToken)
    {
        var versions = municipalities.ToDictionary(id => id, _ => NodeVersion.None with { Epoch = journal.Epoch });
        if (versions.Count == 0) return versions;
        foreach (var (municipality, head) in await journal.FeedingHeads(municipalities, cancellationToken))
            versions[municipality] = versions[municipality].With(head.Version(journal.Epoch));
        return versions;
    }
}
