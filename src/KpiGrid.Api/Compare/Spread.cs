using System.Numerics;

namespace KpiGrid.Api.Compare;

/// <summary>How values side by side lie: the middle one and the outermost.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Median">The middle value by size; of an even number, half the sum of the middle two, rounded once, half to
/// even, to 1e-9.</param>
/// <param name="Low">The smallest: the lower edge of the envelope.</param>
/// <param name="High">The largest.</param>
internal sealed record Spread(int Count, Amount Median, Amount Low, Amount High)
{
    /// <summary>Of some values; null of none. No value is left out, none is repeated.</summary>
    public static Spread? Of(IEnumerable<Amount> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0) return null;
        var (below, above) = (sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]);
        return new(sorted.Count, (below + above).Times(BigInteger.One, 2), sorted[0], sorted[^1]);
    }
}
