using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Regions;

/// <summary>Reads the list of regions.</summary>
internal sealed class RegionsReader(IGrainFactory grains, LocalDays days, Rights rights, IOptions<ApiOptions> limits)
{
    /// <summary>A page of regions by id: those whose totals the caller may read.</summary>
    public async Task<RegionsView> Read(Visit visit)
    {
        var page = await grains.GetGrain<IRegistryListGrain>(0).List("region", visit.State.After, limits.Value.PageSize);
        var lines = new List<RegionLine>();
        foreach (var item in page.Items)
        {
            var place = new PlaceRef(PlaceKind.Region, item.Id);
            if (!(await rights.At(visit.Caller, place)).HasFlag(Verbs.Total)) continue;
            var facts = JsonSerializer.Deserialize<RegionFacts>(item.Entry.Facts, KpiGridJson.Options)!;
            lines.Add(new(visit.State.At(place).Address, facts.Name, visit.Words.Of(facts.Kind),
                visit.Words.Number(await MembersToday(facts)), facts.Sample));
        }
        return new(lines, page.Next is { } next ? (visit.State with { After = next }).Address : null);
    }

    /// <summary>How many municipalities are members on the local day.</summary>
    public async Task<int> MembersToday(RegionFacts facts)
    {
        var today = await days.Today(facts.Members.Select(member => member.Municipality));
        return facts.Members
            .Where(member => DayRange.Between(member.From, member.To).Contains(today))
            .DistinctBy(member => member.Municipality)
            .Count();
    }
}
