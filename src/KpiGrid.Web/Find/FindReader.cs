using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Find;

/// <summary>Looks for places and pilots by a part of their name or id: those the caller may read.</summary>
internal sealed class FindReader(IGrainFactory grains, Sight sight, IOptions<ApiOptions> limits)
{
    public const int ShownMax = 20;
    private const int PagesMax = 20;

    public async Task<FindView> Read(Visit visit)
    {
        var query = (visit.State.Query ?? "").Trim();
        var words = visit.Words.Find;
        var found = new List<FoundLine>();
        found.AddRange(await Read<RegionFacts>(visit, query, PlaceKind.Region, words.Region, facts => facts.Name));
        found.AddRange(await Read<PilotFacts>(visit, query, PlaceKind.Pilot, words.Pilot, facts => facts.Name));
        found.AddRange(await Read<MunicipalityFacts>(visit, query, PlaceKind.Municipality, words.Municipality,
            facts => facts.Intervals.MaxBy(interval => interval.From)?.Name ?? ""));
        return new(query, [.. found.OrderBy(line => Rank(line, query)).Take(ShownMax)], found.Count > ShownMax);
    }

    private async Task<IEnumerable<FoundLine>> Read<TFacts>(
        Visit visit, string query, PlaceKind kind, string kindName, Func<TFacts, string> name)
    {
        var matching = new List<(string Id, string Name)>();
        string? after = null;
        for (var pages = 0; pages < PagesMax && matching.Count <= ShownMax; pages++)
        {
            var page = await grains.GetGrain<IRegistryListGrain>(0)
                .List(new PlaceRef(kind, "").Noun, after, limits.Value.PageSizeMax);
            matching.AddRange(page.Items.Select(item => (item.Id, Name: name(Facts<TFacts>(item))))
                .Where(item => Matches(item.Name, query) || Matches(item.Id, query)));
            after = page.Next;
            if (after is null) break;
        }
        var verb = kind == PlaceKind.Pilot ? Verbs.Parts : Verbs.Total;
        var seen = await sight.Of(visit.Caller, verb, kind, matching.Select(item => item.Id));
        return matching.Where(item => seen.Contains(item.Id)).Select(item =>
            new FoundLine(visit.State.At(new(kind, item.Id)).Address, item.Name, kindName, item.Id, new PlaceRef(kind, item.Id).ToString()));
    }

    private static TFacts Facts<TFacts>(RegistryItem item) =>
        JsonSerializer.Deserialize<TFacts>(item.Entry.Facts, KpiGridJson.Options)!;

    private static bool Matches(string text, string query) => text.Contains(query, StringComparison.OrdinalIgnoreCase);

    /// <summary>Names that begin with what was typed stand first.</summary>
    private static int Rank(FoundLine line, string query) =>
        line.Name.StartsWith(query, StringComparison.OrdinalIgnoreCase) ? 0 : 1;
}
