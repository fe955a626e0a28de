using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Aggregates;

/// <summary>The versions that storage shows for the children of a node.</summary>
internal static class StorageVersions
{
    /// <summary>So many at once: a question about all of 50,000 outlasts the longest statement that a store allows.</summary>
    private const int AskedAtOnce = 2_000;

    /// <summary>Municipalities, each with everything that feeds it: its pilots' heads and its own.</summary>
    public static async Task<IReadOnlyDictionary<MunicipalityId, NodeVersion>> Of(
        IJournal journal, IReadOnlyCollection<MunicipalityId> municipalities, CancellationToken cancellationToken)
    {
        var versions = municipalities.ToDictionary(id => id, _ => NodeVersion.None with { Epoch = journal.Epoch });
        if (versions.Count == 0) return versions;
        foreach (var some in municipalities.Chunk(AskedAtOnce))
            foreach (var (municipality, head) in await journal.FeedingHeads(some, cancellationToken))
                versions[municipality] = versions[municipality].With(head.Version(journal.Epoch));
        return versions;
    }
}
