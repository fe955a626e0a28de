using System.Globalization;
using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Texts;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Regions;

/// <summary>Reads the list of regions.</summary>
internal sealed class RegionsReader(
    IGrainFactory grains, LocalDays days, Rights rights, IOptions<ApiOptions> limits)
{
    /// <summary>A page of regions by id, after an id: those whose totals the caller may read.</summary>
    public async Task<RegionsView> Read(Words words, Caller caller, string? after)
    {
        var page = await grains.GetGrain<IRegistryListGrain>(0).List("region", after, limits.Value.PageSize);
        var lines = new List<RegionLine>();
        foreach (var item in page.Items)
        {
            if (!(await rights.At(caller, new(PlaceKind.Region, item.Id))).HasFlag(Verbs.Total)) continue;
            var facts = JsonSerializer.Deserialize<RegionFacts>(item.Entry.Facts, KpiGridJson.Options)!;
            var members = await MembersToday(facts);
            lines.Add(new(Address(item.Id), facts.Name, words.RegionKind(facts.Kind),
                members.ToString("N0", words.Culture), facts.Sample));
        }
        return new(words, lines, page.Next is { } next ? $"/?after={Uri.EscapeDataString(next)}" : null);
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

    /// <summary>The address of a region's page, in a year where one is given.</summary>
    public static string Address(string id, int? year = null) => year is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"/regions/{Uri.EscapeDataString(id)}?year={number}")
        : $"/regions/{Uri.EscapeDataString(id)}";
}
