using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Streams;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report;

/// <summary>What a report is about: a KPI stream of a pilot, with all that is known of it.</summary>
internal sealed record ReportSubject
{
    public required KpiStreamId Stream { get; init; }
    public required PilotFacts Pilot { get; init; }
    public required KpiFacts Facts { get; init; }

    /// <summary>The local day and zone.</summary>
    public required NamedPlace Place { get; init; }

    /// <summary>The participant's name, where it is one's own figure.</summary>
    public string? Participant { get; init; }

    /// <summary>The periods expected in the last year.</summary>
    public required IReadOnlyList<ExpectedPeriod> Expected { get; init; }

    /// <summary>What was reported, by last day; withdrawn measurements left out.</summary>
    public required IReadOnlyList<SeriesEntry> Entries { get; init; }

    /// <summary>Whether the reader may only report for others, and must say for whom.</summary>
    public required bool IsOnBehalf { get; init; }

    /// <summary>Whether it is reported as what a meter shows.</summary>
    public bool IsMeter => Entries is [.., { Sent.Reading: not null }];

    public SeriesEntry? Entry(MeasurementId? id) => Entries.FirstOrDefault(entry => entry.Sent.Id == id);
}

/// <summary>Finds what a report is about.</summary>
internal sealed class ReportSubjects(
    IGrainFactory grains, KnownNouns nouns, PlaceNames names, StreamsReader streams, Rights rights, IOptions<QuestionOptions> options)
{
    public const int StreamsMax = 200;

    /// <summary>The streams of a pilot; null when there is no such pilot.</summary>
    public Task<StreamsAnswer?> Streams(PilotId pilot) => streams.List(pilot.Value, null, StreamsMax, new());

    /// <summary>What is known of a stream; null when there is no such pilot or KPI.</summary>
    public async Task<ReportSubject?> Read(Visit visit, KpiStreamId stream)
    {
        var place = new PlaceRef(PlaceKind.Pilot, stream.Pilot.Value);
        if (await nouns.Read<PilotFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var pilot }
            || await nouns.Read<KpiFacts>($"kpi/{stream.Kpi}", options.Value.FactsAge) is not { Facts: var facts }
            || await names.Read(place) is not { } named || await Streams(stream.Pilot) is not { } told) return null;
        var series = await grains.GetGrain<IKpiStreamGrain>($"{stream.Pilot}/{stream.Kpi}").Read(false, null);
        var allowed = await rights.At(visit.Caller, place);
        return new()
        {
            Stream = stream,
            Pilot = pilot,
            Facts = facts,
            Place = named,
            Participant = stream.Municipality is { } id ? (await names.Read(new(PlaceKind.Municipality, id.Value)))?.Name ?? id.Value : null,
            Expected = told.Streams.FirstOrDefault(each => each.Stream == stream.ToString())?.Periods ?? [],
            Entries = [.. series.Entries.Where(entry => entry.Stream == stream && entry.Sent.Silence is null)],
            IsOnBehalf = !allowed.HasFlag(Verbs.Push),
        };
    }
}
