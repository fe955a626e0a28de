namespace KpiGrid.Host.Verification;

/// <summary>What is wrong, each place once; a store that is all wrong fills no memory.</summary>
internal sealed class FoundFaults
{
    private const int KeptMax = 10_000;

    private readonly List<ChainFault> kept = [];

    /// <summary>How many were found, kept or not.</summary>
    public int Count { get; private set; }

    public void Add(string stream, long sequence, string what)
    {
        var fault = new ChainFault(stream, sequence, what);
        if (kept.Count > 0 && kept[^1] == fault) return;
        Count++;
        if (kept.Count < KeptMax) kept.Add(fault);
    }

    public IReadOnlyList<ChainFault> InOrder() =>
        [.. kept.OrderBy(fault => fault.Stream, StringComparer.Ordinal).ThenBy(fault => fault.Sequence)];
}
