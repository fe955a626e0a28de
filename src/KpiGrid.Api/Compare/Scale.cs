using System.Numerics;

namespace KpiGrid.Api.Compare;

/// <summary>"If all members did this" (domain.md, h.14): what a region would come to at the smallest and at the largest of
/// the lines, per inhabitant. Never at a mean: a range says what is not known.</summary>
internal static class Scale
{
    /// <summary>The range; null where nothing is known to multiply. Each end is absolute x inhabitants / divisor, rounded
    /// once, half to even, to 1e-9: not the rounded quotient times inhabitants.</summary>
    public static ScaleAnswer? Of(string region, Amount? inhabitants, IEnumerable<(Amount Absolute, Amount Divisor)> lines)
    {
        if (inhabitants is not { } all) return null;
        var ends = lines.Where(line => line.Divisor.Sign > 0)
            .Select(line => line.Absolute.Times((BigInteger)all.Count, line.Divisor.Count)).Order().ToList();
        return ends.Count == 0 ? null : new(region, all, ends[0], ends[^1], ends.Count);
    }
}
