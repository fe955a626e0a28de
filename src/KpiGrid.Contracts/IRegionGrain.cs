using Orleans.Concurrency;

namespace KpiGrid;

/// <summary>A region: the union of a dated set of municipalities, each municipality-day once.</summary>
[Alias("IRegionGrain")]
public interface IRegionGrain : IGrainWithStringKey
{
    /// <summary>A municipality reports its cells; awaits nothing.</summary>
    [Alias("Report"), AlwaysInterleave]
    Task<ReportAnswer> Report(CellReport report);

    /// <summary>Totals from memory, once the node has reached the heads that storage showed.</summary>
    [Alias("Sums"), AlwaysInterleave]
    Task<Sums> Sums(SumsQuestion question);

    /// <summary>The region's members changed in the registry; it reads them again.</summary>
    [Alias("MembersChanged"), OneWay, AlwaysInterleave]
    Task MembersChanged(long head);
}
