using System.Globalization;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Web.Regions;

/// <summary>The pages of regions.</summary>
internal static class RegionPages
{
    // Dates of the years next to these are still dates; the API takes no others either.
    private const int YearMin = 1900;
    private const int YearMax = 2999;
    private static readonly Words Words = Words.English;

    public static void MapRegionPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", List);
        routes.MapGet("/regions/{id}", One);
    }

    private static async Task<IResult> List(RegionsReader reader, [FromQuery] string? after = null) =>
        new PageResult<RegionsPage>(await reader.Read(Words, after));

    private static async Task<IResult> One(string id, RegionReader reader, [FromQuery] string? year = null)
    {
        int? asked = null;
        if (year is not null)
        {
            if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < YearMin or > YearMax) return Notice(Words.YearUnknownTitle, Words.YearUnknown, 422);
            asked = number;
        }
        return await reader.Read(Words, id, asked) is { } view
            ? new PageResult<RegionPage>(view)
            : Notice(Words.RegionUnknownTitle, Words.RegionUnknown, StatusCodes.Status404NotFound);
    }

    private static PageResult<NoticePage> Notice(string title, string text, int status) =>
        new(new NoticeView(Words, title, text), status);
}
