using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Fields;

/// <summary>Answers what a place has in each field: finds its pilots, then asks its municipalities once a KPI.</summary>
internal sealed class FieldsReader(
    IGrainFactory grains, PlaceFinder finder, KnownNouns nouns, LocalDays days, TotalsSource source, Sight sight,
    IOptions<QuestionOptions> options)
{
    /// <summary>The answer; null and errors when there is none. That the caller may read the total of the place is asked
    /// before.</summary>
    public async Task<FieldsAnswer?> Read(PlaceRef place, DayRange asked, Caller caller, QuestionErrors errors)
    {
        if (await finder.Places([place], null, errors) is not { } places) return null;
        var members = source.Members(places, asked, errors);
        if (errors.Any) return null;
        var pilots = await source.Pilots(members, null);
        var seen = await sight.Of(caller, Verbs.Parts, PlaceKind.Pilot, pilots.Keys.Select(pilot => pilot.Value));
        var today = await days.Today(members.Keys);
        var read = await FanOut.All(pilots.Keys.Where(pilot => seen.Contains(pilot.Value)), options.Value.CallsAtOnce, pilot => Streams(pilot, asked, today));
        var streams = read.SelectMany(each => each).ToList();
        var tagged = streams.Where(stream => stream.Fields.Count > 0).ToList();
        var kpis = await FanOut.All(tagged.GroupBy(stream => stream.Kpi).OrderBy(group => group.Key), options.Value.CallsAtOnce, group =>
            Kpi(group.Key, [.. group], pilots, members, asked));
        return new()
        {
            Node = place.ToString(), From = asked.First, To = asked.Last.AddDays(1),
            Fields = [.. FieldTags.All.Select(field => Field(field, [.. tagged.Where(stream => stream.Fields.Contains(field))], [.. kpis.OfType<KpiLeaves>()]))],
            Shared = [.. tagged.Where(stream => stream.Fields.Count > 1)
                .Select(stream => new SharedAnswer(stream.Pilot.Value, stream.Name, stream.Kpi.Value, stream.Fields))],
            Untagged = streams.Count - tagged.Count,
            Hidden = seen.Count < pilots.Count ? new(pilots.Count - seen.Count) : null,
        };
    }

    /// <summary>Each KPI that a pilot reports or has declared, with its fields and how far it has reported.</summary>
    private async Task<IReadOnlyList<FieldStream>> Streams(PilotId pilot, DayRange asked, DateOnly today)
    {
        if (await nouns.Read<PilotFacts>($"pilot/{pilot}", options.Value.FactsAge) is not { Facts: var facts }) return [];
        var duties = await grains.GetGrain<IPilotGrain>(pilot.Value).Duties();
        var late = (await grains.GetGrain<IPilotGrain>(pilot.Value).Late(today)).ToLookup(stream => stream.Stream.Kpi);
        return [.. duties.GroupBy(duty => duty.Stream.Kpi).OrderBy(group => group.Key).Select(group => new FieldStream(
            pilot, facts.Name, group.Key, FieldTags.Of(facts, group.Key, asked),
            group.SelectMany(duty => duty.Reported).Select(run => (DateOnly?)run.Days.Last).Max(), late[group.Key].Count()))];
    }

    /// <summary>What a place got of one KPI of the pilots that have a field; null where there is no such KPI.</summary>
    private async Task<KpiLeaves?> Kpi(
        KpiCode code, IReadOnlyCollection<FieldStream> streams,
        IReadOnlyDictionary<PilotId, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>> pilots,
        IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> members, DayRange asked)
    {
        if (await nouns.Read<KpiFacts>($"kpi/{code}", options.Value.FactsAge) is not { } noun) return null;
        var concerned = streams.SelectMany(stream => pilots[stream.Pilot].Keys).ToHashSet();
        var answers = await source.Each(members.Where(member => concerned.Contains(member.Key)),
            new() { Kpi = code, Periods = [asked], Split = Split.Pilot });
        return new(Definition.Of(code, noun), noun.Facts.Frequency,
            answers.SelectMany(answer => answer.Sums.Parts).ToLookup(part => part.Key, part => part.Periods[0]));
    }

    private static FieldAnswer Field(string field, IReadOnlyList<FieldStream> streams, IReadOnlyList<KpiLeaves> kpis) => new(
        field, streams.Select(stream => stream.Pilot).Distinct().Count(), streams.Max(stream => stream.LastReported), streams.Sum(stream => stream.Late),
        [.. kpis.Select(kpi => kpi.In([.. streams.Where(stream => stream.Kpi == kpi.Kpi.Code)])).OfType<FieldKpi>()]);
}
