using System.Globalization;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Regions;

/// <summary>Reads what a total was at the start of a day, beside what it is.</summary>
internal sealed class ChangesReader(TotalsReader totals, LocalDays days, IOptions<QuestionOptions> options)
{
    public async Task<ChangesView> Read(Visit visit, RegionFigures figures, string kpi) => new(
        visit.State.Since?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        visit.State.Since is { } since ? await Text(visit.Words, figures, kpi, since) : "",
        [.. ViewAddress.Query(visit.State with { Since = null, Kpi = KpiCode.Parse(kpi) })]);

    private async Task<string> Text(Words words, RegionFigures figures, string kpi, DateOnly since)
    {
        var instant = Zones.StartOf(since, figures.Zone);
        if (days.Now - instant < options.Value.AsOfAge) return words.Regions.ChangesTooRecent;
        var question = new TotalsQuestion
        {
            Kpi = KpiCode.Parse(kpi), Days = figures.Period.Range,
            Periods = [new(figures.Period, figures.Period.Range)], AsOf = instant,
        };
        var errors = new QuestionErrors();
        if (await totals.Answer([figures.Place], question, errors) is not { } then)
            return errors.Status == StatusCodes.Status422UnprocessableEntity
                ? words.Regions.ChangesTooMany : words.Regions.ChangesTooRecent;
        var (unit, now) = (figures.Kpis[kpi].Unit, RegionFigures.Of(figures.State.Lines, kpi, figures.Period).Closing);
        var (before, after) = (words.Value(then.Periods[0], unit), words.Value(now, unit));
        return before == after
            ? Words.Fill(words.Regions.ChangesNothing, words.Day(since), words.Of(figures.Period), after ?? words.Values.NoValue)
            : Words.Fill(words.Regions.ChangesText, words.Day(since), words.Of(figures.Period),
                before ?? words.Values.NoValue, after ?? words.Values.NoValue);
    }
}
