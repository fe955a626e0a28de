using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Editions;

/// <summary>The page of one edition.</summary>
internal static class EditionPages
{
    public static void MapEditionPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/regions/{id}/editions/{number}", Show).AsksItself();

    private static async Task<IResult> Show(HttpContext context, EditionPageReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Total) is { } refusal) return refusal;
        return await reader.Read(visit) is { } view ? new PageResult<EditionPage>(view) : NoticeView.Unknown(visit.Words);
    }
}
