using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Places;

/// <summary>The pages of municipalities and pilots.</summary>
internal static class PlacePages
{
    public static void MapPlacePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/municipalities/{id}", Municipality).AsksItself();
        routes.MapGet("/pilots/{id}", Pilot).AsksItself();
    }

    private static Task<IResult> Municipality(HttpContext context, MunicipalityReader reader, PageGate gate) =>
        gate.Page<MunicipalityPage, MunicipalityView>(context, Verbs.Total, reader.Read);

    private static Task<IResult> Pilot(HttpContext context, PilotReader reader, PageGate gate) =>
        gate.Page<PilotPage, PilotView>(context, Verbs.Parts, reader.Read);
}
