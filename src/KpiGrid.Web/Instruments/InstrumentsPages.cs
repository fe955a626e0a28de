using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Instruments;

/// <summary>The page of what is behind a region's movements.</summary>
internal static class InstrumentsPages
{
    public static void MapInstrumentsPages(this IEndpointRouteBuilder routes) => routes.MapGet("/regions/{id}/instruments", Page).AsksItself();

    private static Task<IResult> Page(HttpContext context, InstrumentsPageReader reader, PageGate gate) =>
        gate.Page<InstrumentsPage, InstrumentsView>(context, Verbs.Total, reader.Read);
}
