namespace KpiGrid.Tests.Faults;

/// <summary>Something that goes wrong, for a while.</summary>
/// <param name="Word">As plans call it.</param>
/// <param name="Name">As reports call it.</param>
/// <param name="Begin">Makes it happen; the round tells one time from the next.</param>
/// <param name="Lasts">How long it stays so.</param>
/// <param name="End">Makes it good again.</param>
internal sealed record Fault(
    string Word, string Name, Func<FaultCluster, int, Task> Begin, TimeSpan Lasts, Func<FaultCluster, Task> End)
{
    /// <summary>The longest that a pilot may take nothing; none where everything is away.</summary>
    public TimeSpan? GapMax { get; init; }

    /// <summary>A pilot that takes nothing while it lasts, and of which no gap is counted.</summary>
    public string? Away { get; init; }

    public bool IsOfTime { get; init; }

    /// <summary>Whether clients give up in every round, not in every second one.</summary>
    public bool IsSilentWhole { get; init; }
}
