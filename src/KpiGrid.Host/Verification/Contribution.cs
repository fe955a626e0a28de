using System.Numerics;

namespace KpiGrid.Host.Verification;

/// <summary>What counts: in a pilot's own total when it has no municipality, else in that municipality's.</summary>
internal sealed record Contribution
{
    public string? Municipality { get; init; }
    public required int Series { get; init; }
    public string? Class { get; init; }
    public string? Currency { get; init; }

    /// <summary>The day on which it counts.</summary>
    public required DateOnly Day { get; init; }

    public BigInteger A { get; init; }
    public BigInteger B { get; init; }
    public int N { get; init; }

    /// <summary>For a distinct count: the hashes; null where the input gave a number only.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>For a distinct count: which input this is.</summary>
    public string? Input { get; init; }

    public static Contribution Of(BookedFigure figure, string? municipality, BigInteger a, BigInteger b, int n) => new()
    {
        Municipality = municipality,
        Series = figure.Key.Series,
        Class = figure.Key.Class,
        Currency = figure.Key.Currency,
        Day = figure.Key.Days.Last,
        A = a,
        B = b,
        N = n,
    };
}
