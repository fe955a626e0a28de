namespace KpiGrid.Host.Verification;

/// <summary>What a verification found.</summary>
internal sealed record VerifyReport(
    int Streams, long Records, IReadOnlyList<ChainFault> Faults, int Nodes, int Questions,
    IReadOnlyList<Difference> Differences, double Seconds)
{
    /// <summary>Whether every chain holds and every total is what the journal comes to.</summary>
    public bool IsSound => Faults.Count == 0 && Differences.Count == 0;
}
