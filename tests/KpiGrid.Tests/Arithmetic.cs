using CsCheck;

namespace KpiGrid.Tests;

/// <summary>Short ways to write days, amounts, shares and cells in tests of arithmetic.</summary>
internal static class Arithmetic
{
    public static readonly MunicipalityId Horsens = MunicipalityId.Parse("DK-0615");
    public static readonly MunicipalityId Silkeborg = MunicipalityId.Parse("DK-0740");
    public static readonly MunicipalityId Aarhus = MunicipalityId.Parse("DK-0751");
    public static readonly MunicipalityId Skive = MunicipalityId.Parse("DK-0779");

    /// <summary>In ascending code.</summary>
    public static readonly IReadOnlyList<MunicipalityId> Places = [Horsens, Silkeborg, Aarhus, Skive];

    public static readonly KpiCode Waste = KpiCode.Parse("CDW-DIV");

    public static readonly Gen<Amount> Amounts = Gen.OneOf(
        Gen.Int[-50, 200].Select(whole => Amount.Of((long)whole)),
        Gen.Long[-2_000_000_000_000, 2_000_000_000_000].Select(count => new Amount(count)),
        Gen.Long[-999_999_999_999_999, 999_999_999_999_999].Select(Amount.Of));

    public static DateOnly Day(int number) => new DateOnly(2026, 1, 1).AddDays(number);

    public static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    public static Amount A(string text) => Amount.Parse(text);

    public static CellValue Value(string a, string b = "0", int n = 1) => new(A(a), A(b), n);

    public static CellKey Key(DayRange days, Flag flag = Flag.Measured, KpiCode? kpi = null) =>
        new(kpi ?? Waste, 1, null, null, days, flag, false);

    public static MunicipalityId Place(int number) => MunicipalityId.Parse($"DK-{number:D4}");

    /// <summary>Equal shares of the first so many places.</summary>
    public static IReadOnlyList<ShareOn> Equal(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new ShareOn(Place(number), 1, count))];

    public static Amount Sum(this IEnumerable<Amount> amounts) =>
        amounts.Aggregate(Amount.Zero, (sum, next) => sum + next);

    public static CellValue Sum(this IEnumerable<CellValue> values) =>
        values.Aggregate(CellValue.None, (sum, next) => sum + next);
}
