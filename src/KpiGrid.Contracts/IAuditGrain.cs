using Orleans.Concurrency;

namespace KpiGrid;

/// <summary>Reads the audit trail, which is the journal itself; any activation will do.</summary>
[Alias("IAuditGrain")]
public interface IAuditGrain : IGrainWithIntegerKey
{
    /// <summary>Lines of the trail, newest first, from storage.</summary>
    [Alias("Trail"), AlwaysInterleave]
    Task<IReadOnlyList<TrailLine>> Trail(TrailQuestion question);
}
