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
            await Figures(pilot, asked, members, today, seen.Contains(pilot.Value) ? caller : null));
        var figures = found.SelectMany(pilot => pilot.Figures).OrderByDescending(figure => figure.RecordedAt)
            .ThenBy(figure => figure.Pilot, StringComparer.Ordinal).ThenBy(figure => figure.Kpi, StringComparer.Ordinal)
            .ThenBy(figure => figure.Measurement, StringComparer.Ordinal).ToList();
        var wanted = figures.Select(figure => figure.With(asked.Status)).OfType<BehalfFigure>().ToList();
        var hidden = found.Sum(pilot => pilot.Hidden);
        return new(node.ToString(), figures.Sum(figure => figure.Behalf.Members.Count(member => member.IsOpen)), [.. wanted.Take(asked.Limit)])
        {
            More = wanted.Count > asked.Limit ? wanted.Count - asked.Limit : null,
            Hidden = hidden > 0 ? new(hidden) : null,
        };
    }

    /// <summary>What a pilot has, and how much of it is hidden; a caller who may read nothing of it is null.</summary>
    private async Task<(IReadOnlyList<BehalfFigure> Figures, int Hidden)> Figures(
        PilotId pilot, AskedConfirmations asked, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members, DateOnly today,
        Caller? caller)
    {
        var (figures, hidden) = (new List<BehalfFigure>(), 0);
        foreach (var kpi in await grains.GetGrain<IPilotGrain>(pilot.Value).OnBehalf())
        {
            if (asked.Kpi is { } only && only != kpi) continue;
            var told = await Told(pilot, kpi, members, today);
            if (caller is null || await insight.IsKeptFrom(caller, pilot, kpi)) hidden += told.Count;
            else figures.AddRange(told);
        }
        return (figures, hidden);
    }

    /// <summary>Of a standing value what is in force, of others every measurement.</summary>
    private async Task<IReadOnlyList<BehalfFigure>> Told(
        PilotId pilot, KpiCode kpi, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members, DateOnly today)
    {
        var kind = (await nouns.Read<KpiFacts>($"kpi/{kpi}", options.Value.FactsAge))!.Facts.Kind;
        var explained = (await grains.GetGrain<IKpiStreamGrain>($"{pilot}/{kpi}").Explain(new()
        {
            Days = kind.IsStanding() ? DayRange.Of(today) : DayRange.Always, Places = members,
        })).Lines.Where(line => line is { OnBehalf: not null, Parts.Count: > 0 }).ToList();
        var named = await names.Of(Split.Municipality, explained.SelectMany(BehalfAnswer.Places).Distinct(), today);
        var name = (await nouns.Read<PilotFacts>($"pilot/{pilot}", options.Value.NamesAge))?.Facts.Name;
        return [.. explained.Select(line => BehalfFigure.Of(line, name, named))];
    }
}
