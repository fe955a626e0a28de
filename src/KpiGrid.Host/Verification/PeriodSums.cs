using System.Numerics;

namespace KpiGrid.Host.Verification;

/// <summary>What a node's total of a period is made of.</summary>
internal sealed record PeriodSums(DayRange Days, IReadOnlyList<Contribution> Contributions)
{
    public bool IsEmpty => Contributions.Count == 0;

    public BigInteger A => Contributions.Aggregate(BigInteger.Zero, (sum, line) => sum + line.A);

    public BigInteger B => Contributions.Aggregate(BigInteger.Zero, (sum, line) => sum + line.B);

    public int N => Contributions.Sum(line => line.N);

    /// <summary>The members of a distinct count, each once.</summary>
    public IReadOnlySet<string> Members =>
        Contributions.SelectMany(line => line.Members ?? []).ToHashSet(StringComparer.Ordinal);

    /// <summary>The inputs of a distinct count that gave a number only, each once.</summary>
    public IReadOnlyDictionary<string, BigInteger> Numbers => Contributions
        .Where(line => line.Input is not null && line.Members is null)
        .DistinctBy(line => line.Input).ToDictionary(line => line.Input!, line => line.A);

    public IReadOnlyList<string?> Currencies =>
        [.. Contributions.Select(line => line.Currency).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<int> Series => [.. Contributions.Select(line => line.Series).Distinct().Order()];

    public IReadOnlyList<string> Classes =>
        [.. Contributions.Select(line => line.Class).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public PeriodSums OfClass(string id) => Where(line => line.Class == id);

    public PeriodSums OfCurrency(string? currency) => Where(line => line.Currency == currency);

    public PeriodSums OfSeries(int series) => Where(line => line.Series == series);

    private PeriodSums Where(Func<Contribution, bool> wanted) => new(Days, [.. Contributions.Where(wanted)]);
}
