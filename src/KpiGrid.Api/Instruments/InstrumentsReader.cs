using System.Globalization;
using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Explain;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Instruments;

/// <summary>Answers which instruments are behind what moved, and what it came to: asks the KPI streams of every pilot of
/// the places for their measurements, each with its parts there, so that nothing counts twice.</summary>
internal sealed class InstrumentsReader(
    IGrainFactory grains, PlaceFinder finder, KnownNouns nouns, TotalsSource source, DefinitionSeries series, Steps steps, Sight sight, Insight insight,
    IOptions<QuestionOptions> options)
{
    private const int LatestMax = 20;

    /// <summary>The answer; null and errors when there is none. That the caller may read the totals of the places is asked
    /// before.</summary>
    public async Task<InstrumentsAnswer?> Read(InstrumentsQuestion question, Caller caller, QuestionErrors errors)
    {
        if (question.Kpi is { } code) await finder.Kpi(code, null, errors);
        if (await finder.Places(question.Places, null, errors) is not { } places || errors.Any) return null;
        var members = source.Members(places, question.Days, errors);
        if (errors.Any) return null;
        var pilots = await source.Pilots(members, null);
        var seen = await sight.Of(caller, Verbs.Parts, PlaceKind.Pilot, pilots.Keys.Select(pilot => pilot.Value));
        var read = await FanOut.All(pilots.Keys.Where(pilot => seen.Contains(pilot.Value)), options.Value.CallsAtOnce, async pilot =>
            (Pilot: pilot, (await nouns.Read<PilotFacts>($"pilot/{pilot}", options.Value.FactsAge))?.Facts));
        var shelf = new Shelf(read.Where(pair => pair.Facts is not null).Select(pair => (pair.Pilot, pair.Facts!)));
        if (await Asked(question, [.. read.Select(pair => pair.Pilot)], errors) is not { } asked) return null;
        var open = await Open(caller, asked);
        var moved = await Moved(question, open, members);
        var taken = await steps.Of(question.Places, caller);
        var links = moved.SelectMany(each => each.Lines).SelectMany(line => line.Entry.Sent.Links)
            .Concat(taken.Select(group => group.Key)).Concat(shelf.Links).Distinct(StringComparer.Ordinal);
        return new()
        {
            Places = [.. question.Places.Select(place => place.ToString())], From = question.Days.First, To = question.Days.Last.AddDays(1),
            Instruments = Ordered(question, links.Select(link => Instrument(link, shelf, moved, taken, question.Days)).Where(question.IsLookedFor)),
            Hidden = seen.Count < pilots.Count ? new(pilots.Count - seen.Count) : null,
            Confidential = open.Count < asked.Count,
        };
    }

    /// <summary>The KPIs of pilots that may name one; null and an error where more would have to be asked than is allowed.</summary>
    private async Task<IReadOnlyList<(PilotId Pilot, KpiCode Kpi)>?> Asked(
        InstrumentsQuestion question, IReadOnlyList<PilotId> pilots, QuestionErrors errors)
    {
        var duties = await FanOut.All(pilots, options.Value.CallsAtOnce, async pilot =>
            (await grains.GetGrain<IPilotGrain>(pilot.Value).Duties()).Select(duty => (Pilot: pilot, duty.Stream.Kpi)).Distinct());
        var asked = duties.SelectMany(each => each).Where(pair => question.Kpi is null || pair.Kpi == question.Kpi).ToList();
        if (asked.Count > options.Value.FanOutMax)
        {
            errors.Refuse("place", asked.Count.ToString(CultureInfo.InvariantCulture), "too-much-to-ask",
                $"This question asks every KPI of every pilot, at most {options.Value.FanOutMax}: ask for a smaller place or one KPI.");
            return null;
        }
        return asked;
    }

    private async Task<IReadOnlyList<(PilotId Pilot, KpiCode Kpi)>> Open(Caller caller, IEnumerable<(PilotId Pilot, KpiCode Kpi)> asked)
    {
        var open = new List<(PilotId, KpiCode)>();
        foreach (var (pilot, kpi) in asked)
            if (!await insight.IsKeptFrom(caller, pilot, kpi)) open.Add((pilot, kpi));
        return open;
    }

    /// <summary>What names an instrument, by KPI.</summary>
    private async Task<IReadOnlyList<Movements>> Moved(
        InstrumentsQuestion question, IEnumerable<(PilotId Pilot, KpiCode Kpi)> open, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> members)
    {
        var told = await FanOut.All(open, options.Value.CallsAtOnce, async pair => (pair.Kpi,
            (await grains.GetGrain<IKpiStreamGrain>($"{pair.Pilot}/{pair.Kpi}").Explain(new() { Days = question.Days, Places = members })).Lines));
        var moved = new List<Movements>();
        foreach (var group in told.GroupBy(each => each.Kpi, each => each.Lines).OrderBy(group => group.Key))
        {
            var lines = group.SelectMany(each => each).Where(line => line.Entry.Sent.Links.Count > 0).ToList();
            if (lines.Count == 0 || await nouns.Read<KpiFacts>($"kpi/{group.Key}", options.Value.FactsAge) is not { } noun) continue;
            moved.Add(new(group.Key, noun, await series.Of(group.Key, noun, lines.Select(line => line.Entry.Definition).ToHashSet()), lines));
        }
        return moved;
    }

    private static InstrumentAnswer Instrument(
        string link, Shelf shelf, IReadOnlyList<Movements> moved, ILookup<string, StepAnswer> taken, DayRange days)
    {
        var lines = moved.SelectMany(each => each.Of(link)).ToList();
        return new()
        {
            Link = link, Title = shelf.Title(link), Kind = shelf.Kind(link),
            Pilots = [.. shelf.Pilots(link).Concat(lines.Select(line => line.Entry.Stream.Pilot.Value)).Distinct().Order(StringComparer.Ordinal)],
            Movements = lines.Count,
            Latest = [.. lines.OrderByDescending(line => line.Entry.Days.Last).ThenBy(line => line.Entry.Stream.ToString(), StringComparer.Ordinal)
                .Take(LatestMax).Select(line => new MovementAnswer(line.Entry.Stream.ToString(), line.Entry.Sent.Id.ToString(), line.Entry.Sent.Period))],
            Effects = [.. moved.Select(each => each.Effect(link, days)).OfType<EffectAnswer>()],
            Steps = [.. taken[link]],
        };
    }

    private static IReadOnlyList<InstrumentAnswer> Ordered(InstrumentsQuestion question, IEnumerable<InstrumentAnswer> found)
    {
        if (question.Kpi is null)
            return [.. found.OrderByDescending(each => each.Movements).ThenBy(each => each.Title, StringComparer.Ordinal).ThenBy(each => each.Link, StringComparer.Ordinal)];
        var effective = found.Where(each => each.Effects.Count > 0).ToList();
        var isLess = effective.Count > 0 && effective[0].Effects[0].Direction == Direction.Down.Text();
        return [.. effective.OrderBy(each => each.Effects[0].Total.Value is null)
            .ThenBy(each => each.Effects[0].Total.Value is { } value ? isLess ? value : -value : Amount.Zero)
            .ThenBy(each => each.Title, StringComparer.Ordinal).ThenBy(each => each.Link, StringComparer.Ordinal)];
    }
}
