using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Conflicts;

/// <summary>Finds the figures in conflict: asks every pilot of the node's municipalities whether it has any.</summary>
internal sealed class ConflictsReader(
    IGrainFactory grains, PlaceFinder finder, KnownNouns nouns, TotalsSource source, Sight sight, Insight insight,
    IOptions<QuestionOptions> options)
{
    /// <summary>The conflicts of a node, of one KPI or of all; null and errors when there is no such node.</summary>
    public async Task<ConflictsAnswer?> Read(PlaceRef node, KpiCode? kpi, Caller caller, QuestionErrors errors)
    {
        if (await finder.Places([node], null, errors) is not { } places) return null;
        if (await Pilots(node, places, kpi, errors) is not { } pilots) return null;
        var seen = await sight.Of(caller, Verbs.Parts, PlaceKind.Pilot, pilots.Select(pilot => pilot.Value));
        var found = await FanOut.All(pilots, options.Value.CallsAtOnce, async pilot =>
            (Seen: seen.Contains(pilot.Value), Conflicts: await Of(pilot, kpi)));
        var shown = new List<ConflictAnswer>();
        foreach (var conflict in found.Where(pilot => pilot.Seen).SelectMany(pilot => pilot.Conflicts))
            if (!await insight.IsKeptFrom(caller, PilotId.Parse(conflict.Pilot), KpiCode.Parse(conflict.Kpi))) shown.Add(conflict);
        var hidden = found.Sum(pilot => pilot.Conflicts.Count) - shown.Count;
        return new(node.ToString(), [.. shown.OrderByDescending(conflict => conflict.Since)
            .ThenBy(conflict => conflict.Pilot, StringComparer.Ordinal).ThenBy(conflict => conflict.Kpi, StringComparer.Ordinal)])
        {
            Hidden = hidden > 0 ? new(hidden) : null,
        };
    }

    private async Task<IReadOnlyList<PilotId>?> Pilots(PlaceRef node, KnownPlaces places, KpiCode? kpi, QuestionErrors errors)
    {
        if (node.Kind == PlaceKind.Pilot) return [PilotId.Parse(node.Id)];
        var members = source.Members(places, DayRange.Always, errors);
        return errors.Any ? null : [.. (await source.Pilots(members, kpi)).Keys];
    }

    private async Task<IReadOnlyList<ConflictAnswer>> Of(PilotId pilot, KpiCode? kpi)
    {
        var duties = (await grains.GetGrain<IPilotGrain>(pilot.Value).Duties())
            .Where(duty => (kpi is null || duty.Stream.Kpi == kpi) && duty.Meetings.Any(IsConflict)).ToList();
        if (duties.Count == 0) return [];
        var facts = (await nouns.Read<PilotFacts>($"pilot/{pilot}", options.Value.NamesAge))?.Facts;
        var found = await FanOut.All(duties.GroupBy(duty => duty.Stream.Kpi), options.Value.CallsAtOnce, of => Of(pilot, of.Key, [.. of], facts));
        return [.. found.SelectMany(conflicts => conflicts)];
    }

    /// <summary>Of a standing value what is in force now; of others every day on which figures met and did not agree.</summary>
    private async Task<IReadOnlyList<ConflictAnswer>> Of(PilotId pilot, KpiCode kpi, IReadOnlyList<Duty> duties, PilotFacts? facts)
    {
        var kind = (await nouns.Read<KpiFacts>($"kpi/{kpi}", options.Value.FactsAge))!.Facts.Kind;
        var days = duties.SelectMany(duty => kind.IsStanding() ? duty.Meetings.TakeLast(1) : duty.Meetings.Where(IsConflict))
            .Select(meeting => meeting.Day).ToList();
        var asked = kind.IsStanding() ? DayRange.Of(days.Max()) : new DayRange(days.Min(), days.Max());
        var explained = await grains.GetGrain<IKpiStreamGrain>($"{pilot}/{kpi}").Explain(new() { Days = asked });
        return [.. FigureConflict.Of(explained.Lines, kind).Select(conflict => Told(conflict, kind, facts))];
    }

    private static bool IsConflict(MeetingDay meeting) => meeting.Rules.HasFlag(Meetings.InConflict);

    private static ConflictAnswer Told(FigureConflict conflict, KpiKind kind, PilotFacts? facts)
    {
        var first = conflict.Whole[0];
        var (whole, own) = (conflict.WholeSum, conflict.OwnSum);
        return new()
        {
            Pilot = first.Stream.Pilot.Value, PilotName = facts?.Name, Lead = facts?.Lead,
            Kpi = first.Stream.Kpi.Value, Class = first.Stream.Class?.Value, Unit = first.Unit, Period = Period.Of(first.Days).ToString(),
            Whole = Figure(conflict.Whole, null, kind),
            Own = [.. conflict.Own.GroupBy(entry => entry.Stream.Municipality!.Value).OrderBy(group => group.Key)
                .Select(group => Figure([.. group], group.Key, kind))],
            OwnSum = own, Difference = own - whole, Since = conflict.Since,
            Why = conflict.IsMore ? "more-than-whole" : "nobody-left",
            Resolve = conflict.IsMore
                ? $"Correct the whole figure to at least {own} {first.Unit}, or the participants' own to at most {whole} {first.Unit} together."
                : $"Every participant has reported its own: correct the whole figure to {own} {first.Unit}, or theirs to {whole} {first.Unit} together.",
        };
    }

    private static ConflictFigure Figure(IReadOnlyList<SeriesEntry> entries, MunicipalityId? municipality, KpiKind kind) => new(
        municipality?.Value, FigureConflict.Sum(entries, entry => entry.A),
        kind.HasParts() ? FigureConflict.Sum(entries, entry => entry.B) : null,
        entries.Select(entry => entry.Sent.OnBehalfOf).FirstOrDefault(body => body is not null),
        [.. entries.Select(entry => entry.Sent.Id.ToString())]);
}
