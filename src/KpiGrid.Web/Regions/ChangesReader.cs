using System.Globalization;
using KpiGrid.Api.Explain;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Explain;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Regions;

/// <summary>Reads what a total was at the start of a day, beside what it is, and what was recorded since.</summary>
internal sealed class ChangesReader(
    TotalsReader totals, ExplainReader explain, PlaceNames names, LocalDays days, IOptions<ApiOptions> limits,
    IOptions<QuestionOptions> options)
{
    private const int ShownMax = 20;

    public async Task<ChangesView> Read(Visit visit, RegionFigures figures, string kpi)
    {
        var fields = ViewAddress.Query(visit.State with { Since = null, Kpi = KpiCode.Parse(kpi) }).ToList();
        if (visit.State.Since is not { } since) return new("", "", [], fields);
        var instant = Zones.StartOf(since, figures.Zone);
        var text = since.ToString("O", CultureInfo.InvariantCulture);
        return days.Now - instant < options.Value.AsOfAge
            ? new(text, visit.Words.Regions.ChangesTooRecent, [], fields)
            : new(text, await Text(visit.Words, figures, kpi, since, instant), await Rows(visit, figures, kpi, instant), fields);
    }

    private async Task<string> Text(Words words, RegionFigures figures, string kpi, DateOnly since, DateTimeOffset instant)
    {
        var question = new TotalsQuestion
        {
            Kpi = KpiCode.Parse(kpi), Days = figures.Period.Range,
            Periods = [new(figures.Period, figures.Period.Range)], AsOf = instant,
        };
        if (await totals.Answer([figures.Place], question, new()) is not { } then) return words.Regions.ChangesTooMany;
        var (unit, now) = (figures.Kpis[kpi].Unit, RegionFigures.Of(figures.State.Lines, kpi, figures.Period).Closing);
        var none = words.Values.NoValue;
        var (before, after) = (words.Value(then.Periods[0], unit) ?? none, words.Value(now, unit) ?? none);
        return before == after
            ? Words.Fill(words.Regions.ChangesNothing, words.Day(since), words.Of(figures.Period), after)
            : Words.Fill(words.Regions.ChangesText, words.Day(since), words.Of(figures.Period), before, after);
    }

    /// <summary>The measurements in the total of which something was said since, the latest first.</summary>
    private async Task<IReadOnlyList<ChangeRow>> Rows(Visit visit, RegionFigures figures, string kpi, DateTimeOffset instant)
    {
        var asked = new AskedExplanation(
            figures.Place, KpiCode.Parse(kpi), figures.Period.Range, null, null, null, null, limits.Value.PageSizeMax)
        {
            Caller = visit.Caller,
        };
        if (await explain.Answer(asked, new()) is not { } answer) return [];
        var since = answer.Lines.Where(line => line.RecordedAt >= instant)
            .OrderByDescending(line => line.RecordedAt).Take(ShownMax).ToList();
        var pilots = await names.Of(since.Select(line => new PlaceRef(PlaceKind.Pilot, line.Pilot)));
        var text = new EntryText(visit.Words, figures.Kpis[kpi], figures.Zone);
        return [.. since.Select(line => new ChangeRow(
            pilots.GetValueOrDefault(line.Pilot, line.Pilot),
            StreamAddress.Of(visit.State, StreamAddress.Read(line.Stream)),
            text.Sent(line), text.Recorded(line), string.Join(" · ", text.Remarks(line))))];
    }
}
