using KpiGrid.Api.Access;
using KpiGrid.Api.Confirmations;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Confirmations;

/// <summary>Reads what was reported on behalf of a place's municipalities, and what they say of it.</summary>
internal sealed class BehalfReader(
    ConfirmationsReader confirmations, PlaceNames names, KnownNouns nouns, Rights rights, IOptions<QuestionOptions> options)
{
    private const int Shown = 20;

    /// <summary>What to show; null where nothing was reported on their behalf.</summary>
    public async Task<BehalfView?> Read(Visit visit, PlaceRef place)
    {
        if (await confirmations.Read(place, new(null, null, Shown), visit.Caller, new()) is not { } told
            || (told.Figures.Count == 0 && told.Hidden is null) || await names.Read(place) is not { } named) return null;
        var (words, rows) = (visit.Words, new List<BehalfRow>());
        foreach (var figure in told.Figures) rows.Add(await Row(visit, figure, named.Zone));
        var remarks = new List<string>();
        if (told.More is { } more) remarks.Add(Words.Fill(words.Confirmations.More, words.Number(more)));
        if (told.Hidden is { } hidden) remarks.Add(Words.Fill(words.Confirmations.Hidden, words.Number(hidden.Parts)));
        return new()
        {
            Waiting = told.Waiting == 0 ? words.Confirmations.NoneWaiting
                : Words.Fill(words.Confirmations.Waiting, words.Number(told.Waiting)),
            Figures = rows,
            Remarks = remarks,
            Action = place.Kind == PlaceKind.Municipality && (await rights.At(visit.Caller, place)).HasFlag(Verbs.Confirm)
                ? visit.State.Address : null,
        };
    }

    private async Task<BehalfRow> Row(Visit visit, BehalfFigure figure, string zone)
    {
        var (words, text) = (visit.Words, new BehalfText(visit.Words, zone));
        var kpi = (await nouns.Read<KpiFacts>($"kpi/{figure.Kpi}", options.Value.NamesAge))?.Facts;
        var @class = figure.Class is { } id ? ClassId.Parse(id) : (ClassId?)null;
        var name = words.Of(kpi?.Names ?? new()) ?? figure.Kpi;
        return new(
            figure.Pilot, figure.PilotName ?? figure.Pilot, visit.State.At(new(PlaceKind.Pilot, figure.Pilot)).Address,
            figure.Kpi, @class is { } known ? $"{name}, {words.Of(known)}" : name,
            StreamAddress.Of(visit.State, new(PilotId.Parse(figure.Pilot), KpiCode.Parse(figure.Kpi), @class, null)),
            figure.Measurement, figure.Revision,
            $"{words.Of(Period.Parse(figure.Period))}: {text.Amount(figure.Behalf.Whole, figure.Unit)}, "
                + Words.Fill(words.Explain.OnBehalf, figure.OnBehalfOf),
            text.Lines(figure.Behalf, figure.Rule, figure.Unit),
            [.. figure.Behalf.Members.Select(member => new MemberRow(
                member.Name ?? member.Municipality, text.Amount(member.Part, figure.Unit), text.Said(member, figure.Unit),
                $"page-{Guid.NewGuid():n}"))]);
    }
}
