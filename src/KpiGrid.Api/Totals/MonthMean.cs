using System.Numerics;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Totals;

/// <summary>The mean of the closing values of months, weighted by their days and rounded once.</summary>
internal static class MonthMean
{
    /// <summary>Months without a value in force are left out; null when none has one, or they do not add up.</summary>
    public static Amount? Of(Definition kpi, IEnumerable<PeriodSum> months)
    {
        var (numerator, denominator, days) = (BigInteger.Zero, BigInteger.One, BigInteger.Zero);
        var kinds = new HashSet<(int Series, string? Currency)>();
        foreach (var month in months)
        {
            kinds.UnionWith(month.Buckets.Select(bucket => (bucket.Series, bucket.Currency)));
            if (Closing(kpi, month) is not { } closing) continue;
            numerator = numerator * closing.Denominator + closing.Numerator * month.Days.Days * denominator;
            denominator *= closing.Denominator;
            days += month.Days.Days;
        }
        return days.IsZero || kinds.Count > 1 ? null : Amount.One.Times(numerator, denominator * days);
    }

    private static (BigInteger Numerator, BigInteger Denominator)? Closing(Definition kpi, PeriodSum month)
    {
        if (month.Buckets.Count == 0) return null;
        var value = month.Buckets.Aggregate(CellValue.None, (total, bucket) => total + bucket.Value);
        if (!kpi.Kind.HasParts()) return (value.A.Count, Amount.Scale);
        return value.B.Count == 0 ? null : ((BigInteger)value.A.Count * kpi.Times, value.B.Count);
    }
}
