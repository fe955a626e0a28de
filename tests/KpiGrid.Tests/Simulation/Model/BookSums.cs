using System.Numerics;

namespace KpiGrid.Tests.Simulation.Model;

/// <summary>Lines added up, by what an answer keeps apart.</summary>
internal sealed class BookSums
{
    private readonly Dictionary<Bucket, (BigInteger A, BigInteger B, int N)> sums = [];

    public IEnumerable<string> Texts => sums.Select(pair => $"{pair.Key} {pair.Value}");

    public void Add(Line line)
    {
        var (a, b, n) = sums.GetValueOrDefault(line.Bucket);
        sums[line.Bucket] = (a + line.A, b + line.B, n + line.N);
    }
}
