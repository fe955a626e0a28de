using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Find;

/// <summary>The page for looking for a place or pilot; the palette of every page shows its list.</summary>
internal static class FindPages
{
    public static void MapFindPages(this IEndpointRouteBuilder routes) => routes.MapGet("/find", Find).AsksItself();

    private static async Task<IResult> Find(HttpContext context, FindReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        return gate.Refusal(visit) ?? new PageResult<FindPage>(await reader.Read(visit));
    }
}
