using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Tests.Api;

/// <summary>Hand-made sums to ask questions of.</summary>
internal static class Given
{
    public static readonly DayRange Quarter = Period.Parse("2026-Q1").Range;
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Definition Kpi(KpiKind kind = KpiKind.Flow, string unit = "t", int decimals = 3) =>
        new(KpiCode.Parse("CDW-DIV"), 1, kind, unit, decimals);

    public static Amount Of(string amount) => Amount.Parse(amount);

    public static Bucket Bucket(
        string a, string b = "0", int n = 1, int series = 1, string? @class = null, string? currency = null,
        Flag flag = Flag.Measured, bool provisional = false) => new(
            series, @class is null ? null : ClassId.Parse(@class), currency, flag, provisional, new(Of(a), Of(b), n));

    public static PeriodSum Sum(params Bucket[] buckets) => new() { Days = Quarter, Buckets = buckets };

    public static Sums Sums(IReadOnlyList<PeriodSum> periods, params SumPart[] parts) => new()
    {
        Version = new(1, 1, 1),
        ConfirmedAt = DateTimeOffset.UnixEpoch,
        Periods = periods,
        Parts = parts,
    };

    public static SumPart Part(string key, params PeriodSum[] periods) => new(key, periods);

    public static PeriodAnswer Answer(Definition kpi, PeriodSum sum) => Shape(kpi).Of(Sums([sum]), _ => null)
        .Periods[0];

    public static TotalsShape Shape(Definition kpi, bool mean = false, params AskedPeriod[] periods) =>
        new(kpi, periods.Length > 0 ? periods : [new(Period.Of(Quarter), Quarter)], mean, Today);
}
