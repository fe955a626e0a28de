using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Streams;
using KpiGrid.Web.Approvals;
using KpiGrid.Web.Confirmations;
using KpiGrid.Web.Explain;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Places;

/// <summary>Reads a pilot's page.</summary>
internal sealed class PilotReader(
    KnownNouns nouns, PlaceNames names, FigureReader figures, StreamsReader streams, ApprovalReader approvals, BehalfReader behalf,
    Rights rights, IOptions<QuestionOptions> options)
{
    private const int StreamsMax = 200;

    /// <summary>The page; null when there is no such pilot.</summary>
    public async Task<PilotView?> Read(Visit visit, PlaceRef place)
    {
        if (await nouns.Read<PilotFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var facts }
            || await streams.List(place.Id, null, StreamsMax, new()) is not { } told
            || await approvals.Read(visit, place, told.Today) is not { } approval) return null;
        var municipalities = await names.Of(facts.Shares.Select(share => share.Municipality)
            .Concat(told.Streams.Select(stream => stream.Municipality).OfType<string>().Select(MunicipalityId.Parse))
            .Select(id => new PlaceRef(PlaceKind.Municipality, id.Value)));
        var period = visit.State.Period ?? Period.Of(told.Today, PeriodSize.Year);
        return new()
        {
            Name = facts.Name,
            Kind = visit.Words.Of(facts.Kind),
            IsSample = facts.Sample,
            Period = period,
            Today = told.Today,
            Facts = await PilotFactLines.Of(visit, facts, names),
            Shares = [.. facts.Shares.OrderBy(share => share.From).Select(share => Share(visit, share, municipalities))],
            Tiles = await figures.Tiles(visit, place, period),
            Report = (await rights.At(visit.Caller, place) & (Verbs.Push | Verbs.PushOnBehalf)) == 0 ? null
                : new ViewState { Language = visit.State.Language, Place = place, Page = PageKind.Report }.Address,
            Approval = approval,
            Behalf = await behalf.Read(visit, place),
            Streams = await Streams(visit, told, municipalities),
        };
    }

    private static ShareRow Share(Visit visit, Share share, IReadOnlyDictionary<string, string> municipalities)
    {
        var words = visit.Words;
        var days = $"{words.Places.From} {words.Day(share.From)}";
        if (share.To is { } to) days += $", {Words.Fill(words.Places.Until, words.Day(to))}";
        if (share.Kpi is { } kpi) days += $", {Words.Fill(words.Places.OnlyFor, kpi.Value)}";
        return new(municipalities.GetValueOrDefault(share.Municipality.Value, share.Municipality.Value),
            visit.State.At(new(PlaceKind.Municipality, share.Municipality.Value)).Address,
            share.Parts == share.Whole ? "1" : $"{words.Number(share.Parts)}/{words.Number(share.Whole)}", days);
    }

    private async Task<IReadOnlyList<StreamRow>> Streams(
        Visit visit, StreamsAnswer told, IReadOnlyDictionary<string, string> municipalities)
    {
        var rows = new List<StreamRow>();
        foreach (var stream in told.Streams)
        {
            var facts = (await nouns.Read<KpiFacts>($"kpi/{stream.Kpi}", options.Value.NamesAge))?.Facts ?? new();
            var id = StreamAddress.Read(stream.Stream);
            var text = new EntryText(visit.Words, facts, "");
            rows.Add(new(visit.Words.Of(facts.Names) ?? stream.Kpi, StreamAddress.Of(visit.State, id),
                text.Class(id, municipality => municipalities.GetValueOrDefault(municipality.Value, municipality.Value)),
                stream.Frequency is { } frequency ? visit.Words.Places.Frequencies[frequency.Text()] : "",
                [.. stream.Periods.Select(period => Mark(visit.Words, period))],
                stream.ReportedUntil is { } day ? visit.Words.Day(day) : visit.Words.Places.Never));
        }
        return rows;
    }

    private static ExpectedMark Mark(Words words, ExpectedPeriod period)
    {
        var (state, form) = period.Reported ? ("reported", words.Places.PeriodReported)
            : period.InProgress ? ("open", words.Places.PeriodOpen)
            : ("missing", words.Places.PeriodMissing);
        return new(state, Words.Fill(form, words.Of(Period.Parse(period.Period))));
    }
}
