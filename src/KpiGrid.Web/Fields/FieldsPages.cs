using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Fields;

/// <summary>The page of a region by field.</summary>
internal static class FieldsPages
{
    public static void MapFieldsPages(this IEndpointRouteBuilder routes) => routes.MapGet("/regions/{id}/fields", Page).AsksItself();

    private static Task<IResult> Page(HttpContext context, FieldsPageReader reader, PageGate gate) =>
        gate.Page<FieldsPage, FieldsView>(context, Verbs.Total, reader.Read);
}
