using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Confirmations;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Places;

/// <summary>Reads a municipality's page.</summary>
internal sealed class MunicipalityReader(
    IGrainFactory grains, KnownNouns nouns, LocalDays days, PlaceNames names, FigureReader figures, Sight sight,
    BehalfReader behalf, IOptions<QuestionOptions> options)
{
    /// <summary>The page; null when there is no such municipality.</summary>
    public async Task<MunicipalityView?> Read(Visit visit, PlaceRef place)
    {
        if (await nouns.Read<MunicipalityFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var facts }) return null;
        var id = MunicipalityId.Parse(place.Id);
        var today = await days.Today([id]);
        var period = visit.State.Period ?? Period.Of(today, PeriodSize.Year);
        var interval = facts.On(today) ?? facts.Intervals.MaxBy(each => each.From);
        var pilots = await Readily.Ask(
            options.Value.ReadyWithin, () => grains.GetGrain<IMunicipalityGrain>(place.Id).Pilots(null));
        var seen = await sight.Of(visit.Caller, Verbs.Parts, PlaceKind.Pilot, pilots.Select(pilot => pilot.Value));
        return new(interval?.Name ?? place.Id, FactsOf(visit.Words, place.Id, facts, interval, today), period, today,
            await figures.Tiles(visit, place, period),
            await Regions(visit, id, today),
            await Links(visit, PlaceKind.Pilot, pilots.Select(pilot => pilot.Value).Where(seen.Contains), _ => ""),
            seen.Count == pilots.Count ? null : Words.Fill(visit.Words.Frame.Hidden, visit.Words.Number(pilots.Count - seen.Count)),
            await behalf.Read(visit, place));
    }

    private static string FactsOf(
        Words words, string id, MunicipalityFacts facts, MunicipalityInterval? interval, DateOnly today)
    {
        var texts = new List<string> { id, words.Values.Countries.GetValueOrDefault(facts.Country, facts.Country) };
        if (facts.Population.Where(each => each.From <= today).MaxBy(each => each.From) is { } population)
            texts.Add(Words.Fill(words.Places.Inhabitants, words.Number(Amount.Of(population.Value)), population.From.Year));
        if (interval is { To: { } to } && to <= today) texts.Add(Words.Fill(words.Places.Until, words.Day(to)));
        return string.Join(", ", texts);
    }

    private async Task<IReadOnlyList<PlaceLink>> Regions(Visit visit, MunicipalityId id, DateOnly today)
    {
        var regions = await grains.GetGrain<IRegistryListGrain>(0).Regions([id]);
        var seen = await sight.Of(visit.Caller, Verbs.Total, PlaceKind.Region, regions.Select(region => region.Value));
        var remarks = new Dictionary<string, string>();
        foreach (var region in seen)
            if (await nouns.Read<RegionFacts>($"region/{region}", options.Value.FactsAge) is { Facts: var facts })
                remarks[region] = Remark(visit.Words, facts, id, today);
        return await Links(visit, PlaceKind.Region, seen, region => remarks.GetValueOrDefault(region, ""));
    }

    /// <summary>What it is, and until when the municipality was in it where it is no more.</summary>
    private static string Remark(Words words, RegionFacts facts, MunicipalityId id, DateOnly today)
    {
        var member = facts.Members.Where(each => each.Municipality == id).MaxBy(each => each.From);
        return member is { To: { } to } && to <= today
            ? $"{words.Of(facts.Kind)}, {Words.Fill(words.Places.Until, words.Day(to))}"
            : words.Of(facts.Kind);
    }

    private async Task<IReadOnlyList<PlaceLink>> Links(
        Visit visit, PlaceKind kind, IEnumerable<string> ids, Func<string, string> remark)
    {
        var places = ids.Select(id => new PlaceRef(kind, id)).ToList();
        var named = await names.Of(places);
        return [.. places.Select(place => new PlaceLink(
                named.GetValueOrDefault(place.Id, place.Id), visit.State.At(place).Address, remark(place.Id)))
            .OrderBy(link => link.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
