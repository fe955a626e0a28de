using Orleans.Concurrency;

namespace KpiGrid;

/// <summary>A region: the union of a dated set of municipalities, each municipality-day once.</summary>
[Alias("IRegionGrain")]
public interface IRegionGrain : IGrainWithStringKey
{
    /// <summary>A municipality reports its cells; awaits nothing.</summary>
    /// <remarks>One that was lost with a silo is never answered, and no other is sent meanwhile: five seconds of waiting and a
    /// sweep are within the ten in which every node is right again.</remarks>
    [Alias("Report"), AlwaysInterleave, ResponseTimeout("00:00:05")]
    Task<ReportAnswer> Report(CellReport report);

    /// <summary>Totals from memory, once the node has reached the heads that storage showed.</summary>
    [Alias("Sums"), AlwaysInterleave]
    Task<Sums> Sums(SumsQuestion question);

    /// <summary>
    /// Answers several questions at one version, so that they fit together; once the node has reached the heads that
    /// storage showed. One answer a question, in order.
    /// </summary>
    [Alias("Snapshot"), AlwaysInterleave]
    Task<IReadOnlyList<Sums>> Snapshot(IReadOnlyList<SumsQuestion> questions);

    /// <summary>
    /// Tells a watcher of every change for as long as this is repeated within the lease. A watcher that the node did not
    /// know, or could not reach last time, is told that anything may have changed: repeating it repairs the loss of a
    /// message, an activation or a silo.
    /// </summary>
    /// <returns>False when the node has as many watchers as it takes.</returns>
    [Alias("Watch"), AlwaysInterleave]
    Task<bool> Watch(IRegionWatcher watcher, TimeSpan lease);

    /// <summary>Tells a watcher nothing more.</summary>
    [Alias("Unwatch"), OneWay, AlwaysInterleave]
    Task Unwatch(IRegionWatcher watcher);

    /// <summary>The region's members changed in the registry; it reads them again.</summary>
    [Alias("MembersChanged"), OneWay, AlwaysInterleave]
    Task MembersChanged(long head);
}
