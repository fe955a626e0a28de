using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.SignIn;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Rounds;

/// <summary>The page of a region's targets, and the form that sets one.</summary>
internal static class RoundsPages
{
    public static void MapRoundsPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/regions/{id}/rounds", Show).AsksItself();
        routes.MapPost("/regions/{id}/rounds", Put).DisableAntiforgery().AsksItself();
    }

    private static Task<IResult> Show(HttpContext context, RoundsReader reader, PageForm form) =>
        form.Show(context, Verbs.Total, visit => Page(context, visit, reader, form, new(), StatusCodes.Status200OK));

    private static Task<IResult> Put(HttpContext context, RoundsReader reader, TargetWriter writer, PageForm form) =>
        form.Take(context, Verbs.Change, async (visit, sent) =>
        {
            var entry = TargetEntry.Of(sent);
            var wrong = await writer.Put(visit, entry);
            return wrong.Count == 0
                ? new SeeOther(visit.State.Address + "#targets")
                : await Page(context, visit, reader, form, entry with { Wrong = wrong }, StatusCodes.Status422UnprocessableEntity);
        });

    private static async Task<IResult> Page(
        HttpContext context, Visit visit, RoundsReader reader, PageForm form, TargetEntry entry, int status)
    {
        if (await reader.Read(visit, entry) is not { } view) return NoticeView.Unknown(visit.Words);
        return new PageResult<RoundsPage>(view.Form is null ? view : view with { Token = form.Token(context) }, status);
    }
}
