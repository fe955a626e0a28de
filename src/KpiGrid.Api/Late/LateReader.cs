using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Late;

/// <summary>Answers who is late: asks every pilot of the node's municipalities.</summary>
internal sealed class LateReader(
    IGrainFactory grains, PlaceFinder finder, KnownNouns nouns, LocalDays days, TotalsSource source, Sight sight,
    IOptions<QuestionOptions> options, IOptions<DutyOptions> duties)
{
    /// <summary>The late streams of a node, of one KPI or of all; null and errors when there is no such node.</summary>
    public async Task<LateAnswer?> Read(PlaceRef node, KpiCode? kpi, DateOnly? on, Caller caller, QuestionErrors errors)
    {
        if (await finder.Places([node], null, errors) is not { } places) return null;
        var today = await days.Today(places.Municipalities);
        var day = on is { } asked && asked < today ? asked : today;
        if (await Pilots(node, places, day, kpi, errors) is not { } pilots) return null;
        var seen = await sight.Of(caller, Verbs.Parts, PlaceKind.Pilot, pilots.Keys.Select(pilot => pilot.Value));
        var late = await FanOut.All(pilots, options.Value.CallsAtOnce, async pilot =>
            (pilot.Key, Lines: await Lines(pilot.Key, pilot.Value, kpi, day), Came: await Came(pilot.Key, pilot.Value, kpi, day)));
        var shown = late.Where(pilot => seen.Contains(pilot.Key.Value)).SelectMany(pilot => pilot.Lines);
        var hidden = late.Where(pilot => !seen.Contains(pilot.Key.Value)).Sum(pilot => pilot.Lines.Count);
        return new(node.ToString(), day, duties.Value.GraceDays,
            [.. shown.OrderBy(line => line.Due).ThenBy(line => line.Stream, StringComparer.Ordinal)])
        {
            Hidden = hidden > 0 ? new(hidden) : null,
            Came = [.. late.Where(pilot => seen.Contains(pilot.Key.Value)).SelectMany(pilot => pilot.Came)
                .OrderByDescending(line => line.CameAt).ThenBy(line => line.Stream, StringComparer.Ordinal)],
        };
    }

    /// <summary>The pilots, each with the municipalities of the node it has to do with and the days of these; null of a
    /// pilot asked itself: all of them.</summary>
    private async Task<IReadOnlyDictionary<PilotId, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>?>?> Pilots(
        PlaceRef node, KnownPlaces places, DateOnly day, KpiCode? kpi, QuestionErrors errors)
    {
        if (node.Kind == PlaceKind.Pilot)
            return new Dictionary<PilotId, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>?>
                { [PilotId.Parse(node.Id)] = null };
        var members = source.Members(places, new(day.AddDays(-duties.Value.LookBackDays), day), errors);
        if (errors.Any) return null;
        return (await source.Pilots(members, kpi)).ToDictionary(
            pair => pair.Key, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? (pair) => pair.Value);
    }

    private async Task<IReadOnlyList<LateLine>> Lines(
        PilotId pilot, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members, KpiCode? kpi, DateOnly day)
    {
        var late = (await grains.GetGrain<IPilotGrain>(pilot.Value).Late(day))
            .Where(stream => kpi is null || stream.Stream.Kpi == kpi).ToList();
        if (late.Count == 0) return [];
        var facts = (await nouns.Read<PilotFacts>($"pilot/{pilot}", options.Value.NamesAge))?.Facts;
        return [.. late.Select(stream => Line(stream, members, facts, day)).OfType<LateLine>()];
    }

    private async Task<IReadOnlyList<CameLine>> Came(
        PilotId pilot, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members, KpiCode? kpi, DateOnly day)
    {
        var marks = await grains.GetGrain<IPilotGrain>(pilot.Value).Marks();
        return
        [
            .. marks.Where(mark => (kpi is null || mark.Stream.Kpi == kpi)
                    && mark.Due < day && mark.Due >= day.AddDays(-duties.Value.LookBackDays)
                    && (members is null || mark.Municipalities.Any(id => members.TryGetValue(id, out var stays)
                        && stays.Any(mark.Period.Range.Overlaps))))
                .SelectMany(mark => mark.Came is { } came
                    ? [new CameLine(mark.Id, mark.Stream.ToString(), mark.Period, mark.Due, mark.MarkedAt, came)]
                    : Array.Empty<CameLine>()),
        ];
    }

    /// <summary>Null where no municipality of the node was one on a day of what is missing.</summary>
    private static LateLine? Line(
        LateDuty late, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members, PilotFacts? facts, DateOnly day)
    {
        var inside = late.Municipalities.Where(id => members is null
            || (members.TryGetValue(id, out var stays)
                && late.Periods.Any(period => stays.Any(period.Range.Overlaps)))).ToList();
        if (inside.Count == 0) return null;
        return new()
        {
            Stream = late.Stream.ToString(), Pilot = late.Stream.Pilot.Value, PilotName = facts?.Name, Lead = facts?.Lead,
            Kpi = late.Stream.Kpi.Value, Class = late.Stream.Class?.Value,
            Municipalities = [.. inside.Select(id => id.Value)], Periods = late.Periods,
            Due = late.Due, Since = late.Due.AddDays(1), ReportedUntil = late.ReportedUntil,
            MarkedAt = late.MarkedAt,
            WorkingDays = KpiGrid.WorkingDays.Of(late.Municipalities).Between(late.Due, day),
            Why = late.ReportedUntil is not { } until ? "never-reported"
                : until < late.Periods[0].First ? "stopped" : "gap",
        };
    }
}
