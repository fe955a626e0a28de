using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Registry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Rounds;

/// <summary>Lists the nouns that lie in a region.</summary>
internal static class RegionNouns
{
    /// <summary>A handler that answers a page of them.</summary>
    public static Delegate List(string noun) => async (
        string id, IGrainFactory grains, PlaceFinder finder, IOptions<ApiOptions> limits,
        [FromQuery(Name = "after")] string? after, [FromQuery(Name = "limit")] string? limit) =>
    {
        var errors = new QuestionErrors();
        var size = QuestionText.Limit(limit, limits.Value.PageSize, limits.Value.PageSizeMax, errors);
        await finder.Places([new(PlaceKind.Region, id)], null, errors);
        if (errors.Any) return errors.Answer();
        return (IResult)new JsonBytes(
            NounJson.Page(await grains.GetGrain<IRegistryListGrain>(0).List($"{noun}/{id}", after, size)), StatusCodes.Status200OK);
    };

    /// <summary>All of them, by id.</summary>
    public static async Task<IReadOnlyList<RegistryItem>> All(IGrainFactory grains, string noun, RegionId region, int pageSize)
    {
        var items = new List<RegistryItem>();
        for (string? after = null; ;)
        {
            var page = await grains.GetGrain<IRegistryListGrain>(0).List($"{noun}/{region}", after, pageSize);
            items.AddRange(page.Items);
            if ((after = page.Next) is null) return items;
        }
    }
}
