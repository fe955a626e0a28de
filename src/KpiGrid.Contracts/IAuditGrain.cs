using Orleans.Concurrency;

namespace KpiGrid;

/// <summary>Reads the audit trail, which is the journal itself; any activation will do.</summary>
[Alias("IAuditGrain")]
public interface IAuditGrain : IGrainWithIntegerKey
{
    /// <summary>Lines of the trail, newest first, from storage.</summary>
    /// <exception cref="JournalDamagedException">A record cannot be read; the message names it.</exception>
    [Alias("Trail"), AlwaysInterleave]
    Task<TrailPage> Trail(TrailQuestion question);
}
