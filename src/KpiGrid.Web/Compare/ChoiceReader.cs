using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Find;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Compare;

/// <summary>What a reader may choose from: what is chosen, and as much beside it as is easy to look through.</summary>
internal sealed class ChoiceReader(
    IGrainFactory grains, Sight sight, FindReader finder, PlaceNames names, RateChoices rates, IOptions<ApiOptions> limits)
{
    private const int ShownMax = 60;
    private const int PagesMax = 20;

    public async Task<CompareChoice> Read(Visit visit, Period period, DateOnly today)
    {
        var (state, words) = (visit.State, visit.Words.Compare);
        var all = await Nouns<PilotFacts>("pilot", (_, _) => true);
        var kpi = state.Kpi ?? Usual(all);
        var pilots = await Seen(visit, Verbs.Parts, PlaceKind.Pilot,
            all.Where(pilot => pilot.Facts.Kpis.Any(stream => stream.Kpi == kpi)).Select(pilot => (pilot.Id, pilot.Facts.Name)));
        var places = await Nouns<RegionFacts>("region", (_, _) => true);
        var regions = await Seen(visit, Verbs.Total, PlaceKind.Region, places.Select(region => (region.Id, region.Facts.Name)));
        return new()
        {
            Kpis = await Kpis(visit, kpi), IsSample = places.Any(region => region.Facts.Sample && region.Id == state.Members?.Value), Query = state.Query ?? "", Period = period, Today = today,
            Pilots = [.. await Chosen(visit, PlaceKind.Pilot, pilots), .. pilots.Where(pilot => !IsChosen(state, pilot.Value)).Take(ShownMax)],
            Places = [.. await Chosen(visit, PlaceKind.Municipality, []), .. await Chosen(visit, PlaceKind.Region, regions)],
            Found = state.Query is null ? [] : [.. (await finder.Read(visit)).Found.Where(line => !IsChosen(state, line.Place))
                .Select(line => new ChoiceOption(line.Place, $"{line.Name} ({line.Kind})", false))],
            Regions = [new("", "–", state.Members is null), .. regions.Select(region => region with
            {
                Value = region.Value["regions/".Length..], IsChosen = region.Value == $"regions/{state.Members}",
            })],
            Pers = [.. Enum.GetValues<Per>().Select(per => new ChoiceOption(ViewAddress.Text(per), Of(words, per), per == state.Per))],
            Clocks =
            [
                new(ViewAddress.Text(Clock.Calendar), words.Calendar, state.Clock == Clock.Calendar),
                new(ViewAddress.Text(Clock.Pilot), words.PilotClock, state.Clock == Clock.Pilot),
            ],
            Currencies = await rates.Read(state, visit.Words),
        };
    }

    private static string Of(CompareWords words, Per per) => per switch
    {
        Per.Inhabitant => words.Inhabitant,
        Per.Budget => words.Budget,
        Per.Area => words.Area,
        _ => words.Absolute,
    };

    /// <summary>The KPI that most pilots report, until one is chosen.</summary>
    private static KpiCode? Usual(IEnumerable<(string Id, PilotFacts Facts)> pilots) => pilots
        .SelectMany(pilot => pilot.Facts.Kpis.Select(stream => stream.Kpi).Distinct())
        .GroupBy(kpi => kpi).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Value, StringComparer.Ordinal)
        .Select(group => (KpiCode?)group.Key).FirstOrDefault();

    private async Task<IReadOnlyList<ChoiceOption>> Kpis(Visit visit, KpiCode? chosen) =>
        [.. (await Nouns<KpiFacts>("kpi", (_, _) => true))
            .Select(kpi => new ChoiceOption(kpi.Id, $"{visit.Words.Of(kpi.Facts.Names) ?? kpi.Id} ({kpi.Id})", kpi.Id == chosen?.Value))
            .OrderBy(option => option.Text, StringComparer.OrdinalIgnoreCase)];

    private static bool IsChosen(ViewState state, string place) => state.With.Any(with => with.ToString() == place);

    private async Task<IEnumerable<ChoiceOption>> Chosen(Visit visit, PlaceKind kind, IReadOnlyList<ChoiceOption> known)
    {
        var chosen = new List<ChoiceOption>();
        foreach (var place in visit.State.With.Where(place => place.Kind == kind).Distinct())
            chosen.Add(new(place.ToString(), known.FirstOrDefault(option => option.Value == place.ToString())?.Text
                ?? (await names.Read(place))?.Name ?? place.Id, true));
        return chosen;
    }

    private async Task<IReadOnlyList<ChoiceOption>> Seen(
        Visit visit, Verbs verb, PlaceKind kind, IEnumerable<(string Id, string Name)> all)
    {
        var nouns = all.ToList();
        var seen = await sight.Of(visit.Caller, verb, kind, nouns.Select(noun => noun.Id));
        return [.. nouns.Where(noun => seen.Contains(noun.Id)).OrderBy(noun => noun.Name, StringComparer.OrdinalIgnoreCase)
            .Select(noun => new ChoiceOption(new PlaceRef(kind, noun.Id).ToString(), noun.Name, IsChosen(visit.State, new PlaceRef(kind, noun.Id).ToString())))];
    }

    private async Task<List<(string Id, TFacts Facts)>> Nouns<TFacts>(string noun, Func<string, TFacts, bool> wanted)
    {
        var found = new List<(string, TFacts)>();
        string? after = null;
        for (var pages = 0; pages < PagesMax; pages++)
        {
            var page = await grains.GetGrain<IRegistryListGrain>(0).List(noun, after, limits.Value.PageSizeMax);
            found.AddRange(page.Items.Select(item => (item.Id, JsonSerializer.Deserialize<TFacts>(item.Entry.Facts, KpiGridJson.Options)!))
                .Where(item => wanted(item.Id, item.Item2)));
            after = page.Next;
            if (after is null) break;
        }
        return found;
    }
}
