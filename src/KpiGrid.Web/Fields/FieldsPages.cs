using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Fields;

/// <summary>The page of a region by field.</summary>
internal static class FieldsPages
{
    public static void MapFieldsPages(this IEndpointRouteBuilder routes) => routes.MapGet("/regions/{id}/fields", Page).AsksItself();

    private static async Task<IResult> Page(HttpContext context, FieldsPageReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        return await gate.Refusal(visit, visit.State.Place, Verbs.Total)
            ?? (await reader.Read(visit, visit.State.Place!) is { } view
                ? new PageResult<FieldsPage>(view)
                : NoticeView.Unknown(visit.Words));
    }
}
