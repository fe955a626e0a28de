using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Streams;

/// <summary>The pages of KPI streams.</summary>
internal static class StreamPages
{
    public static void MapStreamPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/pilots/{id}/stream", Stream).AsksItself();

    private static async Task<IResult> Stream(HttpContext context, StreamPageReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        return await gate.Refusal(visit, visit.State.Place, Verbs.Parts)
            ?? (await reader.Read(visit, visit.State.Place!) is { } view
                ? new PageResult<StreamPage>(view)
                : NoticeView.Unknown(visit.Words));
    }
}
