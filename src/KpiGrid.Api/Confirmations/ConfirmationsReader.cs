using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Confirmations;

/// <summary>Finds what was reported on behalf of municipalities: asks every pilot of theirs whether it has any.</summary>
internal sealed class ConfirmationsReader(
    IGrainFactory grains, PlaceFinder finder, KnownNouns nouns, LocalDays days, TotalsSource source, SplitNames names, Sight sight,
    Insight insight, IOptions<QuestionOptions> options)
{
    /// <summary>The parts of a node's municipalities; null and errors when there is no such node.</summary>
    public async Task<ConfirmationsAnswer?> Read(PlaceRef node, AskedConfirmations asked, Caller caller, QuestionErrors errors)
    {
        if (await finder.Places([node], null, errors) is not { } places) return null;
        var members = node.Kind == PlaceKind.Pilot ? null : source.Members(places, DayRange.Always, errors);
        if (errors.Any) return null;
        IEnumerable<PilotId> pilots = members is null ? [PilotId.Parse(node.Id)] : (await source.Pilots(members, asked.Kpi)).Keys;
        var seen = await sight.Of(caller, Verbs.Parts, PlaceKind.Pilot, pilots.Select(pilot => pilot.Value));
        var today = await days.Today(places.Municipalities);
        var found = await FanOut.All(pilots, options.Value.CallsAtOnce, async pilot =>
            await Lines(pilot, asked, members, today, seen.Contains(pilot.Value) ? caller : null));
        var lines = found.SelectMany(pilot => pilot.Lines).OrderByDescending(line => line.RecordedAt)
            .ThenBy(line => line.Pilot, StringComparer.Ordinal).ThenBy(line => line.Kpi, StringComparer.Ordinal)
            .ThenBy(line => line.Measurement, StringComparer.Ordinal).ToList();
        var wanted = lines.Where(line => asked.Status is null || line.Member.Status == asked.Status).ToList();
        var hidden = found.Sum(pilot => pilot.Hidden);
        return new(node.ToString(), lines.Count(line => IsOpen(line.Member.Status)), [.. wanted.Take(asked.Limit)])
        {
            More = wanted.Count > asked.Limit ? wanted.Count - asked.Limit : null,
            Hidden = hidden > 0 ? new(hidden) : null,
        };
    }

    private static bool IsOpen(ConfirmationStatus status) => status is ConfirmationStatus.Waiting or ConfirmationStatus.Superseded;

    /// <summary>What a pilot has, and how much of it is hidden; a caller who may read nothing of it is null.</summary>
    private async Task<(IReadOnlyList<ConfirmationLine> Lines, int Hidden)> Lines(
        PilotId pilot, AskedConfirmations asked, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members, DateOnly today,
        Caller? caller)
    {
        var (lines, hidden) = (new List<ConfirmationLine>(), 0);
        foreach (var kpi in await grains.GetGrain<IPilotGrain>(pilot.Value).OnBehalf())
        {
            if (asked.Kpi is { } only && only != kpi) continue;
            var told = await Told(pilot, kpi, members, today);
            if (caller is null || await insight.IsKeptFrom(caller, pilot, kpi)) hidden += told.Count;
            else lines.AddRange(told);
        }
        return (lines, hidden);
    }

    /// <summary>Of a standing value what is in force, of others every measurement.</summary>
    private async Task<IReadOnlyList<ConfirmationLine>> Told(
        PilotId pilot, KpiCode kpi, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members, DateOnly today)
    {
        var kind = (await nouns.Read<KpiFacts>($"kpi/{kpi}", options.Value.FactsAge))!.Facts.Kind;
        var explained = (await grains.GetGrain<IKpiStreamGrain>($"{pilot}/{kpi}").Explain(new()
        {
            Days = kind.IsStanding() ? DayRange.Of(today) : DayRange.Always, Places = members,
        })).Lines.Where(line => line.OnBehalf is not null).ToList();
        var places = explained.SelectMany(line => line.Parts).Select(part => part.Municipality?.Value).OfType<string>().Distinct();
        var named = await names.Of(Split.Municipality, places, today);
        var name = (await nouns.Read<PilotFacts>($"pilot/{pilot}", options.Value.NamesAge))?.Facts.Name;
        return [.. explained.SelectMany(line => MemberAnswer.Of(line, named).Select(member => Line(line, member, name)))];
    }

    private static ConfirmationLine Line(ExplainLine line, MemberAnswer member, string? name) => new()
    {
        Pilot = line.Entry.Stream.Pilot.Value, PilotName = name, Kpi = line.Entry.Stream.Kpi.Value,
        Class = line.Entry.Stream.Class?.Value, Measurement = line.Entry.Sent.Id.ToString(), Revision = line.Entry.Revision,
        Period = Period.Of(line.Entry.Days).ToString(), OnBehalfOf = line.Entry.Sent.OnBehalfOf!, RecordedAt = line.Entry.RecordedAt,
        Whole = line.Entry.A, Unit = line.Entry.Unit, Rule = line.Rule, Member = member,
    };
}
