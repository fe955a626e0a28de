using KpiGrid.Api.Access;
using KpiGrid.Api.Compare;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Compare;

/// <summary>The page that puts pilots or places side by side, and its charts.</summary>
internal static class ComparePages
{
    public static void MapComparePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/compare", Page).AsksItself();
        routes.MapGet("/charts/{chart}", OneChart).AsksItself();
    }

    private static async Task<IResult> Page(HttpContext context, ComparePageReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        return await Refusal(visit, gate) ?? new PageResult<ComparePage>(await reader.Read(visit));
    }

    private static async Task<IResult> OneChart(HttpContext context, ComparePageReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        if (await Refusal(visit, gate) is { } refusal) return refusal;
        return (await reader.Read(visit)).Compared?.Of(visit.State.Chart) is { } chart
            ? ChartFiles.Answer(chart, visit, $"{visit.State.Kpi}")
            : NoticeView.Unknown(visit.Words);
    }

    private static async ValueTask<IResult?> Refusal(Visit visit, PageGate gate)
    {
        if (gate.Refusal(visit) is { } refusal) return refusal;
        if (CompareAsk.Of(visit.State, default) is not { } query) return null;
        foreach (var (place, verb) in CompareAsk.Places(query))
            if (await gate.Refusal(visit, place, verb) is { } refused) return refused;
        return null;
    }
}
