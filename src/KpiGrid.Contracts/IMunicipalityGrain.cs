using Orleans.Concurrency;

namespace KpiGrid;

/// <summary>A municipality: what each pilot allocated to it.</summary>
[Alias("IMunicipalityGrain")]
public interface IMunicipalityGrain : IGrainWithStringKey
{
    /// <summary>A pilot reports its cells; awaits nothing.</summary>
    /// <remarks>One that was lost with a silo is never answered, and no other is sent meanwhile: five seconds of waiting and a
    /// sweep are within the ten in which every node is right again.</remarks>
    [Alias("Report"), AlwaysInterleave, ResponseTimeout("00:00:05")]
    Task<ReportAnswer> Report(CellReport report);

    /// <summary>Totals from memory, once the node has reached the heads that storage showed.</summary>
    [Alias("Sums"), AlwaysInterleave]
    Task<Sums> Sums(SumsQuestion question);

    /// <summary>The pilots that ever had a share here and have cells of a KPI, by id.</summary>
    [Alias("Pilots"), AlwaysInterleave]
    Task<IReadOnlyList<PilotId>> Pilots(KpiCode? kpi);

    /// <summary>Completes when every region of the municipality has acknowledged a version at or after this one.</summary>
    [Alias("Settle"), AlwaysInterleave]
    Task Settle(NodeVersion version);

    /// <summary>A region says what it holds and what it wants; the answer is an ordinary report.</summary>
    [Alias("Poke"), OneWay, AlwaysInterleave]
    Task Poke(RegionId region, NodeVersion holds, NodeVersion wants);
}
