using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Explain;

/// <summary>The pages of the measurements behind a number.</summary>
internal static class ExplainPages
{
    public static void MapExplainPages(this IEndpointRouteBuilder routes)
    {
        foreach (var noun in (string[])["regions", "municipalities", "pilots"])
            routes.MapGet($"/{noun}/{{id}}/explain", Explain).AsksItself();
    }

    private static async Task<IResult> Explain(HttpContext context, ExplainPageReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Total) is { } refusal) return refusal;
        return visit.State.Kpi is { } kpi && await reader.Read(visit, visit.State.Place!, kpi) is { } view
            ? new PageResult<ExplainPage>(view)
            : NoticeView.Unknown(visit.Words);
    }
}
