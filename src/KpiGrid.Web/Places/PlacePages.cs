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

    private static async Task<IResult> Municipality(HttpContext context, MunicipalityReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        return await gate.Refusal(visit, visit.State.Place, Verbs.Total)
            ?? (await reader.Read(visit, visit.State.Place!) is { } view
                ? new PageResult<MunicipalityPage>(view)
                : NoticeView.Unknown(visit.Words));
    }

    private static async Task<IResult> Pilot(HttpContext context, PilotReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        return await gate.Refusal(visit, visit.State.Place, Verbs.Parts)
            ?? (await reader.Read(visit, visit.State.Place!) is { } view
                ? new PageResult<PilotPage>(view)
                : NoticeView.Unknown(visit.Words));
    }
}
