using KpiGrid.Api.Access;
using KpiGrid.Api.WhatIf;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.WhatIf;

/// <summary>The page of a region without some of its members or pilots.</summary>
internal static class WhatIfPages
{
    public static void MapWhatIfPages(this IEndpointRouteBuilder routes) => routes.MapGet("/regions/{id}/what-if", Show).AsksItself();

    private static async Task<IResult> Show(HttpContext context, WhatIfPageReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Total) is { } refusal) return refusal;
        foreach (var node in visit.State.Without)
            if (await gate.Refusal(visit, node, WhatIfDesk.Needed(node)) is { } hidden) return hidden;
        return await reader.Read(visit) is { } view
            ? new PageResult<WhatIfPage>(view)
            : NoticeView.Unknown(visit.Words);
    }
}
