using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Streams;

/// <summary>The pages of KPI streams.</summary>
internal static class StreamPages
{
    public static void MapStreamPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/pilots/{id}/stream", Stream).AsksItself();

    private static Task<IResult> Stream(HttpContext context, StreamPageReader reader, PageGate gate) =>
        gate.Page<StreamPage, StreamView>(context, Verbs.Parts, reader.Read);
}
