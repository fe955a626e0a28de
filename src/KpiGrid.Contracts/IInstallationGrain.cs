using Orleans.Concurrency;

namespace KpiGrid;

/// <summary>What all processes of an installation share; keyed by 0, any activation will do.</summary>
[Alias("IInstallationGrain")]
public interface IInstallationGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// The 64 bytes under which front ends protect the forms of their pages: derived from the installation's own key, so that
    /// it is the same at every front end and after every start. A secret, for processes of the installation alone.
    /// </summary>
    [Alias("FormKey"), AlwaysInterleave]
    Task<byte[]> FormKey();
}
