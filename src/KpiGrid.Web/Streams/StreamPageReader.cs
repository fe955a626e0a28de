using KpiGrid.Api.Explain;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Streams;
using KpiGrid.Web.Explain;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Streams;

/// <summary>Reads the measurements of a KPI stream with all their revisions.</summary>
internal sealed class StreamPageReader(
    StreamsReader streams, KnownNouns nouns, PlaceNames names, LocalDays days, IOptions<ApiOptions> limits,
    IOptions<QuestionOptions> options)
{
    private const string Withdrawal = "withdrawal";

    /// <summary>The page; null when there is no such pilot or KPI.</summary>
    public async Task<StreamView?> Read(Visit visit, PlaceRef place)
    {
        if (visit.State.Kpi is not { } kpi || !PilotId.TryParse(place.Id, out var pilot)
            || await nouns.Read<KpiFacts>($"kpi/{kpi}", options.Value.FactsAge) is not { Facts: var facts }
            || await names.Read(place) is not { } named) return null;
        var stream = new KpiStreamId(pilot, kpi, visit.State.Class, visit.State.Participant);
        var errors = new QuestionErrors();
        var query = new SeriesQuery { IncludeHistory = "true", After = visit.State.After };
        var asked = AskedSeries.Read(
            place.Id, stream.ToString()[(place.Id.Length + 1)..], query, days.Now, options.Value.AsOfAge, limits.Value, errors);
        if (asked is null || await streams.Series(asked with { Caller = visit.Caller }, errors) is not { } page) return null;
        var text = new EntryText(visit.Words, facts, named.Zone);
        var participant = stream.Municipality is { } id ? (await names.Read(new(PlaceKind.Municipality, id.Value)))?.Name : null;
        return new(named.Name, visit.State.On(PageKind.Overview).Address, visit.Words.Of(facts.Names) ?? kpi.Value,
            page.Stream, text.Class(stream, other => participant ?? other.Value),
            [.. page.Measurements.GroupBy(entry => entry.Id).Select(group => Measurement(visit, text, group))],
            page.Page.Next is { } next ? (visit.State with { After = next }).Address : null)
        {
            IsConfidential = page.Confidential,
        };
    }

    private static StreamMeasurement Measurement(Visit visit, EntryText text, IGrouping<string, EntryAnswer> statements)
    {
        var latest = statements.Max(entry => entry.Revision);
        return new(statements.Key, [.. statements.OrderByDescending(entry => entry.Revision).Select(entry => new StreamStatement(
            visit.Words.Of(Period.Of(new DayRange(entry.First, entry.Last))), text.Sent(entry), text.Obtained(entry),
            text.Recorded(entry), text.Remarks(entry), entry.Revision == latest && entry.Kind != Withdrawal,
            entry.Revision != latest ? visit.Words.Streams.Superseded : entry.Kind == Withdrawal ? visit.Words.Streams.Withdrawn : ""))]);
    }
}
