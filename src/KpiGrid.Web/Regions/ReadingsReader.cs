using KpiGrid.Api.Questions;
using KpiGrid.Api.Readings;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Regions;

/// <summary>Reads what a region has of a KPI in each way that its classes can be read.</summary>
internal sealed class ReadingsReader(TotalsReader totals)
{
    /// <summary>A row a reading; null where the KPI cannot be read so, or there is nothing to read.</summary>
    public async Task<IReadOnlyList<ReadingRow>?> Read(Visit visit, RegionFigures figures, string kpi)
    {
        var facts = figures.Kpis[kpi];
        var rows = new List<ReadingRow>();
        foreach (var reading in ClassReading.All.Where(reading => reading.Fits(facts)))
        {
            var question = new TotalsQuestion
            {
                Kpi = KpiCode.Parse(kpi), Days = figures.Period.Range, Reading = reading,
                Periods = [new(figures.Period, figures.Period.Range)],
            };
            if (await totals.Answer([figures.Place], question, new()) is { } answer) rows.Add(Row(visit.Words, facts, reading, answer.Periods[0]));
        }
        return rows.Exists(row => row.Value is not null || row.LeftOut.Length > 0) ? rows : null;
    }

    private static ReadingRow Row(Words words, KpiFacts facts, ClassReading reading, PeriodAnswer answer)
    {
        string Said(ClassAmount left) => $"{words.Of(left.Class)} {InWords(words, facts, left.Value)}";
        return new(
            words.Of(reading.Names) ?? reading.Id,
            words.Value(answer, facts.Unit),
            string.Join(", ", reading.Counts.Where(@class => facts.Classes.Contains(@class)).Select(@class => words.Of(@class))),
            string.Join(", ", (answer.LeftOut ?? []).Select(Said)),
            reading.Verified ? null : words.Readings.NotVerified,
            Words.Fill(words.Readings.Source, reading.Source, words.Number(reading.Version)));
    }

    private static string InWords(Words words, KpiFacts facts, Amount? value) =>
        value is { } known ? words.With(words.Number(Shown.Rounded(known, facts.Decimals)), facts.Unit) : words.Values.NoValue;
}
