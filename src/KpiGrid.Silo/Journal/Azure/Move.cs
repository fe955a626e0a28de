namespace KpiGrid.Silo.Journal.Azure;

/// <summary>What is about to be appended, told before it is.</summary>
/// <param name="Position">1 for the first move of the store; no gaps.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Sequence">The record that is to be its head: a hint that may be too high, never too low.</param>
internal sealed record Move(long Position, string Stream, long Sequence)
{
    /// <summary>Whether it was made, overtaken, or fenced off for good.</summary>
    public bool IsDecided(HeadRow row) => row.Head.Sequence >= Sequence || row.Settled >= Position;
}
