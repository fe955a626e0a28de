using System.Numerics;

namespace KpiGrid.Tests.Disclosure;

/// <summary>What somebody was told about figures they may not see: each answer is a sum of them, in twentieths. Exact.</summary>
internal sealed class Equations(int unknowns)
{
    private readonly HashSet<string> known = [];
    private readonly List<BigInteger[]> rows = [];

    public int Count => rows.Count;

    public void Add(IReadOnlyList<int> twentieths)
    {
        if (twentieths.All(each => each == 0) || !known.Add(string.Join(',', twentieths))) return;
        rows.Add([.. twentieths.Select(each => (BigInteger)each)]);
    }

    /// <summary>Whether some combination of the answers is of these unknowns alone: of what they come to together something is
    /// known exactly.</summary>
    public bool Tell(IReadOnlySet<int> some) => Rank(_ => true) > Rank(unknown => !some.Contains(unknown));

    private int Rank(Func<int, bool> counts)
    {
        int[] columns = [.. Enumerable.Range(0, unknowns).Where(counts)];
        List<BigInteger[]> left = [.. rows.Select(row => columns.Select(column => row[column]).ToArray())];
        var rank = 0;
        for (var column = 0; column < columns.Length && rank < left.Count; column++)
        {
            var pivot = left.FindIndex(rank, row => !row[column].IsZero);
            if (pivot < 0) continue;
            (left[rank], left[pivot]) = (left[pivot], left[rank]);
            for (var at = rank + 1; at < left.Count; at++) Eliminate(left[rank], left[at], column);
            rank++;
        }
        return rank;
    }

    private static void Eliminate(BigInteger[] pivot, BigInteger[] row, int column)
    {
        if (row[column].IsZero) return;
        var (times, less) = (pivot[column], row[column]);
        var common = BigInteger.Zero;
        for (var at = 0; at < row.Length; at++)
        {
            row[at] = row[at] * times - pivot[at] * less;
            common = BigInteger.GreatestCommonDivisor(common, row[at]);
        }
        if (common > BigInteger.One)
            for (var at = 0; at < row.Length; at++) row[at] /= common;
    }
}
