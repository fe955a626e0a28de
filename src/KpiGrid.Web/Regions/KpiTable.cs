using System.Globalization;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Regions;

/// <summary>Puts the totals of a region's year into rows.</summary>
internal sealed class KpiTable(Words words, string region, int year)
{
    private readonly IReadOnlyList<AskedPeriod> periods = PeriodsOf(year);

    /// <summary>The names of the periods.</summary>
    public IReadOnlyList<string> Periods => [.. periods.Select(period => words.Period(period.Period))];

    /// <summary>The year, then its quarters.</summary>
    public static IReadOnlyList<AskedPeriod> PeriodsOf(int year)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        return
        [
            .. AskedPeriod.Between(from, to, PeriodSize.Year),
            .. AskedPeriod.Between(from, to, PeriodSize.Quarter),
        ];
    }

    public KpiRow Row(KpiTotals kpi)
    {
        var code = kpi.Totals.Kpi;
        var figures = kpi.Totals.Periods.Zip(periods, (answer, period) => new Figure(
            words.Period(period.Period),
            words.Value(answer, kpi.Totals.Unit),
            answer.Coverage is { Expected: > 0 } coverage ? words.Coverage(coverage) : null,
            [.. Marks(answer).Select(words.Mark)],
            Address("explain", code, period.Days)));
        return new(code, words.Of(kpi.Facts.Names) ?? code,
            Address("totals", code, periods[0].Days) + "&by=quarter", [.. figures]);
    }

    private static IEnumerable<string> Marks(PeriodAnswer answer) =>
        answer.Provisional ? answer.Marks.Append("provisional") : answer.Marks;

    private string Address(string question, string kpi, DayRange days) => string.Create(CultureInfo.InvariantCulture,
        $"/v1/regions/{Uri.EscapeDataString(region)}/{question}?kpi={Uri.EscapeDataString(kpi)}"
        + $"&from={days.First:yyyy-MM-dd}&to={days.Last.AddDays(1):yyyy-MM-dd}");
}
