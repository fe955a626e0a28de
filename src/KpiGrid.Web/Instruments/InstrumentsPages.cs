using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Instruments;

/// <summary>The page of what is behind a region's movements.</summary>
internal static class InstrumentsPages
{
    public static void MapInstrumentsPages(this IEndpointRouteBuilder routes) => routes.MapGet("/regions/{id}/instruments", Page).AsksItself();

    private static async Task<IResult> Page(HttpContext context, InstrumentsPageReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        return await gate.Refusal(visit, visit.State.Place, Verbs.Total)
            ?? (await reader.Read(visit, visit.State.Place!) is { } view
                ? new PageResult<InstrumentsPage>(view)
                : NoticeView.Unknown(visit.Words));
    }
}
