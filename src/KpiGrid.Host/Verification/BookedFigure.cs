using System.Numerics;

namespace KpiGrid.Host.Verification;

/// <summary>What is added before it is cut: one cell of the whole pilot's or of one participant's figures.</summary>
internal sealed record BookedFigure(FigureKey Key, BigInteger A, BigInteger B, int N)
{
    /// <summary>Adds measurements of equal key.</summary>
    public static IReadOnlyList<BookedFigure> Add(IEnumerable<BookedFigure> figures) =>
    [
        .. figures.GroupBy(figure => figure.Key).Select(same => new BookedFigure(
            same.Key,
            same.Aggregate(BigInteger.Zero, (sum, figure) => sum + figure.A),
            same.Aggregate(BigInteger.Zero, (sum, figure) => sum + figure.B),
            same.Sum(figure => figure.N))),
    ];
}

/// <summary>What a figure is about.</summary>
internal sealed record FigureKey(
    string? Owner, int Series, string? Class, string? Currency, DayRange Days, string Flag, bool Provisional)
{
    public static FigureKey Of(MeasurementDocument measurement) => new(
        measurement.Owner, measurement.Series, measurement.Class, measurement.Currency,
        measurement.Days, measurement.Flag, measurement.Provisional);
}
