using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Places;

/// <summary>The pages of municipalities and pilots.</summary>
internal static class PlacePages
{
    public static void MapPlacePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/municipalities/{id}", Municipality).AsksItself();
        routes.MapGet("/pilots/{id}", PilotPages.Show).AsksItself();
        routes.MapPost("/pilots/{id}", PilotPages.Decide).DisableAntiforgery().AsksItself();
    }

    private static Task<IResult> Municipality(HttpContext context, MunicipalityReader reader, PageGate gate) =>
        gate.Page<MunicipalityPage, MunicipalityView>(context, Verbs.Total, reader.Read);
}
