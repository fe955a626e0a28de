using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Lineage;

/// <summary>The page of who repeats a pilot.</summary>
internal static class LineagePages
{
    public static void MapLineagePages(this IEndpointRouteBuilder routes) => routes.MapGet("/pilots/{id}/lineage", Page).AsksItself();

    private static async Task<IResult> Page(HttpContext context, LineagePageReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Parts) is { } refusal) return refusal;
        if (visit.State.Members is { } region
            && await gate.Refusal(visit, new PlaceRef(PlaceKind.Region, region.Value), Verbs.Total) is { } refused) return refused;
        return await reader.Read(visit, PilotId.Parse(visit.State.Place!.Id)) is { } view
            ? new PageResult<LineagePage>(view)
            : NoticeView.Unknown(visit.Words);
    }
}
