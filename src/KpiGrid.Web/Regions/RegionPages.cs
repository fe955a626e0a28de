using KpiGrid.Api.Access;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Rounds;
using KpiGrid.Web.Samples;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Regions;

/// <summary>The pages of regions.</summary>
internal static class RegionPages
{
    public static void MapRegionPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", List).AsksItself();
        routes.MapGet("/regions/{id}", One).AsksItself();
        routes.MapGet("/regions/{id}/charts/{chart}", OneChart).AsksItself();
    }

    private static async Task<IResult> List(HttpContext context, RegionsReader reader, PageGate gate)
    {
        var visit = Visit.Of(context);
        if (gate.Refusal(visit) is { } refusal) return refusal;
        var view = await reader.Read(visit);
        return new PageResult<RegionsPage>(
            view.Regions.Count == 0 ? view with { Samples = SamplePages.Form(context, visit) } : view);
    }

    private static async Task<IResult> One(
        HttpContext context, RegionReader reader, RegionsReader regions, ChosenReader chosen, TargetsReader targets,
        PageGate gate)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Total) is { } refusal) return refusal;
        if (await reader.Read(visit.State, visit.Caller) is not { } figures) return NoticeView.Unknown(visit.Words);
        var kpi = figures.Chosen(visit.State.Kpi);
        var wanted = await targets.Marks(visit, figures.Place, figures.Period);
        return new PageResult<RegionPage>(new RegionView
        {
            Name = figures.Facts.Name,
            Facts = Facts(visit.Words, figures.Facts.Kind, await regions.MembersToday(figures.Facts)),
            IsSample = figures.Facts.Sample,
            Period = figures.Period,
            Today = figures.Today,
            Version = figures.State.Version.ToString(),
            Tiles = [.. figures.Kpis.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => TileView.Of(
                visit.Words, visit.State, each.Key, each.Value,
                RegionFigures.Of(figures.State.Lines, each.Key, figures.Period), each.Key == kpi) with
            {
                Target = wanted.GetValueOrDefault(each.Key),
            })],
            RoundsAddress = (visit.State.At(figures.Place) with { Kpi = visit.State.Kpi }).On(PageKind.Rounds).Address,
            Chosen = kpi is null ? null : chosen.Read(visit, figures, kpi),
            IsCut = figures.IsCut,
            Ended = [.. figures.Ended.Select(member => Words.Fill(visit.Words.Regions.MemberEnded, member.Name,
                visit.Words.Day(member.Ended), string.Join(", ", member.Successors.Select(successor => successor.Name))))],
        });
    }

    private static async Task<IResult> OneChart(
        HttpContext context, RegionReader reader, ChosenReader chosen, PageGate gate)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Total) is { } refusal) return refusal;
        return await reader.Read(visit.State, visit.Caller) is { } figures && figures.Chosen(visit.State.Kpi) is { } kpi
            && await chosen.Chart(visit, figures, kpi, visit.State.Chart) is { } chart
                ? ChartFiles.Answer(chart, visit, $"{figures.Place.Id}-{kpi}-{figures.Period}")
                : NoticeView.Unknown(visit.Words);
    }

    private static string Facts(Words words, RegionKind kind, int members) =>
        $"{words.Of(kind)}, {Words.Fill(members == 1 ? words.Regions.Member : words.Regions.Members, words.Number(members))}";
}
