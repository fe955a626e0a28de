using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Aggregates;

/// <summary>The versions that storage shows for the children of a node.</summary>
internal static class StorageVersions
{
    /// <summary>A municipality with everything that feeds it: its pilots' heads and its own.</summary>
    public static async Task<NodeVersion> Of(
        IJournal journal, MunicipalityId municipality, CancellationToken cancellationToken)
    {
        var own = await journal.Head(Streams.Of(municipality), cancellationToken);
        var pilots = await journal.PilotHeads(municipality, cancellationToken);
        return pilots.Aggregate(own.Version(journal.Epoch), (sum, head) => sum.With(head.Version(journal.Epoch)));
    }
}
