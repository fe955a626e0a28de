using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Regions;

/// <summary>Reads a KPI whose definition changed under each of its definitions.</summary>
internal sealed class DefinitionsReader(TotalsReader totals)
{
    /// <summary>The periods on the way to the one shown; null where everything in them adds up.</summary>
    public async Task<DefinitionsView?> Read(Visit visit, RegionFigures figures, string kpi)
    {
        var (facts, window) = (figures.Kpis[kpi], figures.Window);
        if (facts.Kind == KpiKind.Distinct) return null;
        var question = new TotalsQuestion
        {
            Kpi = KpiCode.Parse(kpi), Days = window.Days, By = window.By, ByDefinition = true,
            Periods = [.. AskedPeriod.Between(window.Days.First, window.Days.Last.AddDays(1), window.By)],
        };
        if (await totals.Answer([figures.Place], question, new()) is not { Split.Count: > 1 } answer) return null;
        return new(
            [.. answer.Split.Select(line => Words.Fill(visit.Words.Definitions.Version, line.Key))],
            [.. answer.Periods.Select((_, at) => Row(visit.Words, facts, [.. answer.Split.Select(line => line.Periods[at])]))
                .Where(row => row.Values.Any(value => value is not null))]);
    }

    private static DefinitionsRow Row(Words words, KpiFacts facts, IReadOnlyList<PeriodAnswer> lines) => new(
        words.Of(Period.Parse(lines[0].Period)),
        [.. lines.Select(line => words.Value(line, facts.Unit))],
        lines is [{ Value: { } old }, .., { Value: { } now }]
            ? words.With(words.Signed(Shown.Rounded(now - old, facts.Decimals)), lines[0].Unit ?? facts.Unit)
            : "");
}
