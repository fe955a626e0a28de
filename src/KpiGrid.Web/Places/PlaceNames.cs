using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Places;

/// <summary>A place or pilot by name.</summary>
/// <param name="Name">Its name on the local day.</param>
/// <param name="Today">The latest local day of its municipalities.</param>
/// <param name="Zone">The time zone of the first of them.</param>
internal sealed record NamedPlace(string Name, DateOnly Today, string Zone);

/// <summary>Reads what places and pilots are called.</summary>
internal sealed class PlaceNames(KnownNouns nouns, PlaceFinder finder, LocalDays days, IOptions<QuestionOptions> options)
{
    private const string ZoneUnknown = "Etc/UTC";

    /// <summary>A place with its day and zone; null when there is none.</summary>
    public async Task<NamedPlace?> Read(PlaceRef place)
    {
        if (await finder.Places([place], null, new()) is not { } places) return null;
        var today = await days.Today(places.Municipalities);
        return new(await Name(place, today) ?? place.Id, today, await Zone(places.Municipalities));
    }

    /// <summary>The names of many by id; those without one are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Of(IEnumerable<PlaceRef> places)
    {
        var today = DateOnly.FromDateTime(days.Now.UtcDateTime);
        var named = await FanOut.All(places.Distinct(), options.Value.CallsAtOnce, async place => (place.Id, await Name(place, today)));
        return named.Where(pair => pair.Item2 is not null).ToDictionary(pair => pair.Id, pair => pair.Item2!);
    }

    /// <summary>The time zone of the first of some municipalities.</summary>
    public async Task<string> Zone(IEnumerable<MunicipalityId> municipalities)
    {
        foreach (var municipality in municipalities.Order().Take(1))
            if (await Facts<MunicipalityFacts>($"municipality/{municipality}") is { } facts && Zones.Exists(facts.TimeZone))
                return facts.TimeZone;
        return ZoneUnknown;
    }

    private async Task<string?> Name(PlaceRef place, DateOnly day) => place.Kind switch
    {
        PlaceKind.Pilot => (await Facts<PilotFacts>(place.Stream))?.Name,
        PlaceKind.Region => (await Facts<RegionFacts>(place.Stream))?.Name,
        _ => await Facts<MunicipalityFacts>(place.Stream) is { } facts
            ? (facts.On(day) ?? facts.Intervals.MaxBy(interval => interval.From))?.Name : null,
    };

    private async Task<TFacts?> Facts<TFacts>(string stream)
        where TFacts : class => (await nouns.Read<TFacts>(stream, options.Value.NamesAge))?.Facts;
}
