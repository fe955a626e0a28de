using System.Globalization;
using KpiGrid.Api.Explain;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Confirmations;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Explain;

/// <summary>Reads the measurements behind a number.</summary>
internal sealed class ExplainPageReader(
    ExplainReader explain, PlaceNames names, KnownNouns nouns, LocalDays days, IOptions<ApiOptions> limits,
    IOptions<QuestionOptions> options)
{
    private const int Shown = 100;

    /// <summary>The page; null when there is no such place or KPI, or the list is too long to ask for.</summary>
    public async Task<ExplainView?> Read(Visit visit, PlaceRef place, KpiCode kpi)
    {
        if (await nouns.Read<KpiFacts>($"kpi/{kpi}", options.Value.FactsAge) is not { Facts: var facts }
            || await names.Read(place) is not { } named) return null;
        var period = visit.State.Period ?? Period.Of(named.Today, PeriodSize.Year);
        var errors = new QuestionErrors();
        var query = new ExplainQuery
        {
            Kpi = kpi.Value, From = period.First.ToString("O", CultureInfo.InvariantCulture),
            To = period.Last.AddDays(1).ToString("O", CultureInfo.InvariantCulture),
            Class = visit.State.Class?.Value, Cursor = visit.State.After, Limit = $"{Shown}",
        };
        var asked = AskedExplanation.Read(place, query, days.Now, options.Value.AsOfAge, limits.Value, errors);
        if (asked is null || await explain.Answer(asked with { Caller = visit.Caller }, errors) is not { } answer) return null;
        var words = visit.Words;
        return new()
        {
            Place = named.Name,
            PlaceAddress = visit.State.On(PageKind.Overview).Address,
            Kpi = words.Of(facts.Names) ?? kpi.Value,
            Code = kpi.Value,
            Period = period,
            Today = named.Today,
            Total = words.Value(answer.Total, answer.Unit),
            Quotient = answer.Total is { A: { } a, B: { } b } ? Words.Fill(words.Explain.Quotient, words.Number(a), words.Number(b)) : null,
            Rule = words.Explain.Kinds[facts.Kind.Text()],
            Intro = facts.Kind == KpiKind.Distinct ? words.Explain.IntroDistinct : words.Explain.Intro,
            Rows = await Rows(visit, facts, named.Zone, answer),
            Hidden = Hidden(words, answer),
            Next = answer.Page.Next is { } next ? (visit.State with { After = next }).Address : null,
            JsonAddress = Json(place, query),
        };
    }

    private async Task<IReadOnlyList<ExplainRow>> Rows(Visit visit, KpiFacts facts, string zone, ExplainAnswer answer)
    {
        var (text, behalf) = (new EntryText(visit.Words, facts, zone), new BehalfText(visit.Words, zone));
        var pilots = await names.Of(answer.Lines.Select(line => new PlaceRef(PlaceKind.Pilot, line.Pilot)));
        return [.. answer.Lines.Select(line =>
        {
            var stream = StreamAddress.Read(line.Stream);
            return new ExplainRow(
                pilots.GetValueOrDefault(line.Pilot, line.Pilot), visit.State.At(new(PlaceKind.Pilot, line.Pilot)).Address,
                line.Id, StreamAddress.Of(visit.State, stream), text.Class(stream, id => NameIn(line, id)),
                visit.Words.Of(Period.Of(new DayRange(line.First, line.Last))), text.Sent(line),
                [.. (line.Parts ?? []).Select(part => Part(text, behalf, line, part))],
                text.Obtained(line), line.Behalf is { } beside ? behalf.Lines(beside, line.Rule ?? "", line.Unit) : [], text.Recorded(line), text.Remarks(line));
        })];
    }

    private static ExplainPartLine Part(EntryText text, BehalfText behalf, EntryAnswer line, PartAnswer part) => new(
        part.Name ?? part.Municipality ?? "", part.Share == "1/1" ? "" : part.Share, text.Amount(part.A, part.B, line.Unit),
        line.Behalf?.Members.FirstOrDefault(member => member.Municipality == part.Municipality) is { } member
            ? behalf.Said(member, line.Unit) : "");

    private static string NameIn(EntryAnswer line, MunicipalityId id) =>
        (line.Parts ?? []).FirstOrDefault(part => part.Municipality == id.Value)?.Name ?? id.Value;

    private static string? Hidden(Words words, ExplainAnswer answer)
    {
        if (answer.Hidden is not { } hidden) return null;
        var text = Words.Fill(words.Explain.HiddenText, words.Number(hidden.Lines), words.Number(hidden.Pilots));
        return hidden.Remainder is { } rest && words.Value(rest, answer.Unit) is { } value
            ? $"{text} {Words.Fill(words.Explain.HiddenPart, value)}" : text;
    }

    private static string Json(PlaceRef place, ExplainQuery query) =>
        $"/v1/{place}/explain?kpi={Uri.EscapeDataString(query.Kpi!)}&from={query.From}&to={query.To}"
        + (query.Class is { } @class ? $"&class={@class}" : "");
}
