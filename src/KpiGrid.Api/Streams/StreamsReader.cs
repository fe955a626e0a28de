using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Explain;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Streams;

/// <summary>Answers what KPI streams a pilot has and what is in them.</summary>
internal sealed class StreamsReader(
    IGrainFactory grains, PlaceFinder finder, KnownNouns nouns, LocalDays days, Insight insight,
    IOptions<QuestionOptions> options)
{
    /// <summary>The KPI streams of a pilot by address; null and errors when there is no such pilot.</summary>
    public async Task<StreamsAnswer?> List(string pilot, string? after, int limit, QuestionErrors errors)
    {
        if (await finder.Places([new(PlaceKind.Pilot, pilot)], null, errors) is not { } places) return null;
        var today = await days.Today(places.Municipalities);
        var duties = Expectation.ByStream(await grains.GetGrain<IPilotGrain>(pilot).Duties())
            .Where(duty => string.CompareOrdinal(duty.Stream.ToString(), after) > 0).Take(limit + 1).ToList();
        var page = duties.Take(limit).ToList();
        var kpis = await Definitions(page.Select(duty => duty.Stream.Kpi).Distinct());
        return new(pilot, today, [.. page.Select(duty => Stream(duty, kpis.GetValueOrDefault(duty.Stream.Kpi), today))],
            new(limit, duties.Count > limit ? page[^1].Stream.ToString() : null));
    }

    /// <summary>The measurements of a KPI stream; null and errors when there is no such pilot or KPI.</summary>
    public async Task<SeriesPage?> Series(AskedSeries asked, QuestionErrors errors)
    {
        var kpi = await finder.Kpi(asked.Kpi, null, errors);
        await finder.Places([new(PlaceKind.Pilot, asked.Pilot.Value)], null, errors);
        if (kpi is null || errors.Any) return null;
        var answer = await grains.GetGrain<IKpiStreamGrain>($"{asked.Pilot}/{asked.Kpi}")
            .Read(asked.IncludeHistory, asked.AsOf);
        var kept = await insight.IsKeptFrom(asked.Caller, asked.Pilot, asked.Kpi);
        var entries = (kept ? [] : answer.Entries).Where(asked.Holds).OrderBy(SeriesPlace.Of).Take(asked.Limit + 1).ToList();
        return new()
        {
            Stream = asked.Address,
            Kpi = asked.Kpi.Value,
            Definition = checked((int)kpi.Entry.Head),
            Unit = kpi.Facts.Unit,
            Head = answer.Head,
            Confidential = kept,
            Measurements = [.. entries.Take(asked.Limit).Select(entry => EntryAnswer.Of(entry, kpi.Facts.Kind))],
            Page = new(asked.Limit,
                entries.Count > asked.Limit ? SeriesPlace.Of(entries[asked.Limit - 1]).ToString() : null),
        };
    }

    private async Task<IReadOnlyDictionary<KpiCode, KpiFacts>> Definitions(IEnumerable<KpiCode> codes)
    {
        var found = await FanOut.All(codes, options.Value.CallsAtOnce, async code =>
            (code, Noun: await nouns.Read<KpiFacts>($"kpi/{code}", options.Value.FactsAge)));
        return found.Where(pair => pair.Noun is not null).ToDictionary(pair => pair.code, pair => pair.Noun!.Facts);
    }

    private static StreamAnswer Stream(Duty duty, KpiFacts? kpi, DateOnly today) => new()
    {
        Stream = duty.Stream.ToString(),
        Kpi = duty.Stream.Kpi.Value,
        Class = duty.Stream.Class?.Value,
        Municipality = duty.Stream.Municipality?.Value,
        Kind = kpi?.Kind,
        Unit = kpi?.Unit,
        Frequency = kpi?.Frequency,
        Expected = [.. duty.Expected.Select(ExpectedDays.Of)],
        Periods = kpi is null ? [] : [.. Expectation.Periods(duty, kpi.Frequency, today)],
        ReportedUntil = duty.Reported.Count == 0 ? null : duty.Reported.Max(run => run.Days.Last),
    };
}
