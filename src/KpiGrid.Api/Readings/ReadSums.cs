using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Readings;

/// <summary>Sums as a reading has them. What was expected and reported stays that of all classes.</summary>
internal static class ReadSums
{
    /// <summary>Only the classes that count.</summary>
    public static Sums Of(Sums sums, ClassReading reading, Split split) => sums with
    {
        Periods = Of(sums.Periods, reading),
        Parts = [.. sums.Parts.Where(part => split != Split.Class || reading.Counts.Contains(ClassId.Parse(part.Key)))
            .Select(part => part with { Periods = Of(part.Periods, reading) })],
    };

    /// <summary>What does not count of a period, class by class.</summary>
    public static IReadOnlyList<ClassAmount> LeftOut(PeriodSum sum, ClassReading reading, TotalsShape shape) =>
        [.. sum.Buckets.Where(bucket => !Counts(reading, bucket)).GroupBy(bucket => bucket.Class)
            .Select(same => (Class: same.Key!.Value, Told: shape.Worded(sum with { Buckets = [.. same] })))
            .OrderBy(left => left.Class)
            .Select(left => new ClassAmount(left.Class, left.Told.Value, left.Told.N))];

    private static PeriodSum[] Of(IReadOnlyList<PeriodSum> sums, ClassReading reading) =>
        [.. sums.Select(sum => sum with { Buckets = [.. sum.Buckets.Where(bucket => Counts(reading, bucket))] })];

    private static bool Counts(ClassReading reading, Bucket bucket) =>
        bucket.Class is not { } @class || reading.Counts.Contains(@class);
}
