using KpiGrid.Api.Access;

namespace KpiGrid.Web.Places;

/// <summary>The pages of municipalities and pilots.</summary>
internal static class PlacePages
{
    public static void MapPlacePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/municipalities/{id}", MunicipalityPages.Show).AsksItself();
        routes.MapPost("/municipalities/{id}", MunicipalityPages.Confirm).DisableAntiforgery().AsksItself();
        routes.MapGet("/pilots/{id}", PilotPages.Show).AsksItself();
        routes.MapPost("/pilots/{id}", PilotPages.Decide).DisableAntiforgery().AsksItself();
    }
}
