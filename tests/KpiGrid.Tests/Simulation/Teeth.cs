namespace KpiGrid.Tests.Simulation;

/// <summary>Safeguards outside the grains that a run can do without, to see that it fails.</summary>
internal sealed record Teeth
{
    /// <summary>The store takes any sequence.</summary>
    public bool NoFence { get; init; }

    /// <summary>A restored store goes on in the epoch it had.</summary>
    public bool NoNewEpoch { get; init; }

    /// <summary>Nobody holds heads in storage against the nodes.</summary>
    public bool NoSweep { get; init; }
}
