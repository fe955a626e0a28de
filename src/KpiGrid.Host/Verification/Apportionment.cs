using System.Numerics;

namespace KpiGrid.Host.Verification;

/// <summary>A municipality's fraction of a pilot.</summary>
internal readonly record struct Weight(string Municipality, long Parts, long Whole);

/// <summary>Cuts an amount in proportion to weights.</summary>
internal static class Apportionment
{
    /// <summary>
    /// Each part is cut toward zero at 1e-9; what remains goes to the first municipality. The weights are in ordinal
    /// order of municipality and need not add to 1.
    /// </summary>
    public static Dictionary<string, BigInteger> Cut(BigInteger amount, IReadOnlyList<Weight> weights)
    {
        var common = weights.Aggregate(BigInteger.One, (product, weight) => product * weight.Whole
            / BigInteger.GreatestCommonDivisor(product, weight.Whole));
        var numerators = weights.Select(weight => weight.Parts * (common / weight.Whole)).ToList();
        var all = numerators.Aggregate(BigInteger.Zero, (sum, numerator) => sum + numerator);
        var parts = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        var left = amount;
        for (var i = 0; i < weights.Count; i++)
        {
            var part = BigInteger.Divide(amount * numerators[i], all);
            parts[weights[i].Municipality] = parts.GetValueOrDefault(weights[i].Municipality) + part;
            left -= part;
        }
        if (weights.Count > 0) parts[weights[0].Municipality] += left;
        return parts;
    }
}
