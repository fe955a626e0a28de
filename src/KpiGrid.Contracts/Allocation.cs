using System.Numerics;

namespace KpiGrid;

/// <summary>Splits a cell over shares so that the parts add to the whole exactly.</summary>
public static class Allocation
{
    /// <summary>
    /// Each part is the whole times its share, cut toward zero at 1e-9; what remains goes to the first municipality in
    /// ascending code. Every part keeps the whole's count of measurement parts.
    /// </summary>
    /// <param name="whole">What is split.</param>
    /// <param name="shares">
    /// Shares by ascending municipality. They need not add to 1: what counts is their proportion, so that a rest can be
    /// split over the remaining ones.
    /// </param>
    public static IReadOnlyList<Part> Split(CellValue whole, IReadOnlyList<ShareOn> shares)
    {
        if (shares.Count == 0) return [];
        if (shares.Count == 1) return [new(shares[0].Municipality, whole)];
        var weights = Weights(shares);
        var sum = weights.Aggregate(BigInteger.Zero, (left, right) => left + right);
        var parts = new Part[shares.Count];
        var rest = whole;
        for (var i = shares.Count - 1; i > 0; i--)
        {
            var value = new CellValue(whole.A.Part(weights[i], sum), whole.B.Part(weights[i], sum), whole.N);
            parts[i] = new(shares[i].Municipality, value);
            rest = new(rest.A - value.A, rest.B - value.B, whole.N);
        }
        parts[0] = new(shares[0].Municipality, rest);
        return parts;
    }

    /// <summary>A whole that every municipality with a share holds in full, as a distinct count does.</summary>
    public static IReadOnlyList<Part> Copy(CellValue whole, IReadOnlyList<ShareOn> shares) =>
        [.. shares.Select(share => new Part(share.Municipality, whole))];

    private static BigInteger[] Weights(IReadOnlyList<ShareOn> shares)
    {
        var common = shares.Aggregate(BigInteger.One, (multiple, share) =>
            multiple / BigInteger.GreatestCommonDivisor(multiple, share.Whole) * share.Whole);
        return [.. shares.Select(share => share.Parts * (common / share.Whole))];
    }
}

/// <summary>What a municipality gets of a cell.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Value">Its part.</param>
public readonly record struct Part(MunicipalityId Municipality, CellValue Value);
