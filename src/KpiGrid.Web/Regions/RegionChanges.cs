using System.Globalization;
using KpiGrid.Api.Changes;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Explain;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Regions;

/// <summary>What a total was at the start of a day, beside what it is, and what was recorded since.</summary>
internal sealed class RegionChanges(
    ChangesReader changes, PlaceNames names, LocalDays days, IOptions<QuestionOptions> options)
{
    private const int ShownMax = 20;

    public async Task<ChangesView> Read(Visit visit, RegionFigures figures, string kpi)
    {
        var fields = ViewAddress.Query(visit.State with { Since = null, Kpi = KpiCode.Parse(kpi) }).ToList();
        if (visit.State.Since is not { } since) return new("", "", [], fields);
        var instant = Zones.StartOf(since, figures.Zone);
        var text = since.ToString("O", CultureInfo.InvariantCulture);
        if (days.Now - instant < options.Value.AsOfAge)
            return new(text, visit.Words.Regions.ChangesTooRecent, [], fields);
        var asked = new AskedChanges(figures.Place, KpiCode.Parse(kpi), figures.Period.Range, instant, ShownMax)
        {
            Caller = visit.Caller,
        };
        return await changes.Answer(asked, new()) is { } answer
            ? new(text, Text(visit.Words, figures, since, answer), await Rows(visit, figures, kpi, answer), fields)
            : new(text, visit.Words.Regions.ChangesTooMany, [], fields);
    }

    private static string Text(Words words, RegionFigures figures, DateOnly since, ChangesAnswer answer)
    {
        var none = words.Values.NoValue;
        var before = (answer.Then is { } then ? words.Value(then, answer.Unit) : null) ?? none;
        var after = words.Value(answer.Now, answer.Unit) ?? none;
        return before == after
            ? Words.Fill(words.Regions.ChangesNothing, words.Day(since), words.Of(figures.Period), after)
            : Words.Fill(words.Regions.ChangesText, words.Day(since), words.Of(figures.Period), before, after);
    }

    private async Task<IReadOnlyList<ChangeRow>> Rows(
        Visit visit, RegionFigures figures, string kpi, ChangesAnswer answer)
    {
        var entries = answer.Revisions.Select(revision => revision.Entry).ToList();
        var pilots = await names.Of(entries.Select(entry => new PlaceRef(PlaceKind.Pilot, entry.Pilot)));
        var text = new EntryText(visit.Words, figures.Kpis[kpi], figures.Zone);
        return [.. entries.Select(entry => new ChangeRow(
            pilots.GetValueOrDefault(entry.Pilot, entry.Pilot),
            StreamAddress.Of(visit.State, StreamAddress.Read(entry.Stream)),
            text.Sent(entry), text.Recorded(entry), string.Join(" · ", text.Remarks(entry))))];
    }
}
