namespace KpiGrid.Host.Verification;

/// <summary>What a check of the history found.</summary>
/// <param name="Streams">How many streams there are.</param>
/// <param name="Records">How many records were read.</param>
/// <param name="Anchors">How many records of anchors hold.</param>
/// <param name="LastAnchor">The newest anchor as <c>sequence:hash</c>, to be noted elsewhere; null when there is none.</param>
/// <param name="FaultsFound">How many faults there are.</param>
/// <param name="Faults">The first 10,000 of them, by stream and sequence.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record AuditReport(
    int Streams, long Records, int Anchors, string? LastAnchor, int FaultsFound, IReadOnlyList<ChainFault> Faults,
    double Seconds)
{
    public bool IsSound => FaultsFound == 0;
}
