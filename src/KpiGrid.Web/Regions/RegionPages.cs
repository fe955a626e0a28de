using System.Globalization;
using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

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
        routes.MapGet("/", List).AsksItself();
        routes.MapGet("/regions/{id}", One).AsksItself();
    }

    private static async Task<IResult> List(
        HttpContext context, RegionsReader reader, IOptions<AccessOptions> access, [FromQuery] string? after = null) =>
        Caller.Of(context).IsKnown || access.Value.Public
            ? new PageResult<RegionsPage>(await reader.Read(Words, Caller.Of(context), after))
            : SignInFirst();

    private static async Task<IResult> One(
        string id, HttpContext context, RegionReader reader, Rights rights, [FromQuery] string? year = null)
    {
        var place = new PlaceRef(PlaceKind.Region, id);
        var caller = Caller.Of(context);
        var maySee = place.IsReadable && (await rights.At(caller, place)).HasFlag(Verbs.Total);
        if (!maySee && !caller.IsKnown) return SignInFirst();
        if (!maySee && await reader.Exists(place))
            return Notice(Words.NotAllowedTitle, Words.NotAllowed, StatusCodes.Status403Forbidden);
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

    private static PageResult<NoticePage> SignInFirst() =>
        Notice(Words.SignInNeededTitle, Words.SignInNeeded, StatusCodes.Status401Unauthorized);

    private static PageResult<NoticePage> Notice(string title, string text, int status) =>
        new(new NoticeView(Words, title, text), status);
}
