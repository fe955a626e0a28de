using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rounds;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Instruments;

/// <summary>Reads the next steps of regions that take an instrument.</summary>
internal sealed class Steps(IGrainFactory grains, Sight sight, IOptions<ApiOptions> limits)
{
    /// <summary>The steps by instrument, of the municipalities whose turn the caller may read.</summary>
    public async Task<ILookup<string, StepAnswer>> Of(IEnumerable<PlaceRef> places, Caller caller)
    {
        var found = new List<(string Link, StepAnswer Step)>();
        foreach (var region in places.Where(place => place.Kind == PlaceKind.Region))
        {
            var turns = await RegionNouns.All(grains, "turn", RegionId.Parse(region.Id), limits.Value.PageSizeMax);
            var read = turns.Select(item => (Turn: TurnId.Read($"{region.Id}/{item.Id}"), item.Entry)).Where(pair => pair.Turn is not null).ToList();
            var seen = await sight.Of(caller, Verbs.Total, PlaceKind.Municipality, read.Select(pair => pair.Turn!.Municipality.Value).Distinct());
            foreach (var (turn, entry) in read.Where(pair => seen.Contains(pair.Turn!.Municipality.Value)))
                foreach (var step in JsonSerializer.Deserialize<TurnFacts>(entry.Facts, KpiGridJson.Options)!.Steps)
                    if (step.Link is { } link)
                        found.Add((link, new(region.ToString(), turn!.Round.Name, turn.Municipality.Value, step.Text, step.By)));
        }
        return found.ToLookup(pair => pair.Link, pair => pair.Step, StringComparer.Ordinal);
    }
}
