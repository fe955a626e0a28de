using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;
using KpiGrid.Web.SignIn;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Rounds;

/// <summary>The pages of one round, to be read aloud or printed, and what may be said on them.</summary>
internal static class RoundPages
{
    public static void MapRoundPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/regions/{id}/rounds/{round}", Show).AsksItself();
        routes.MapPost("/regions/{id}/rounds/{round}", Say).DisableAntiforgery().AsksItself();
    }

    private static Task<IResult> Show(HttpContext context, RoundReader reader, PageForm form) =>
        form.Show(context, Verbs.Total, visit => Page(context, visit, reader, form, [], StatusCodes.Status200OK));

    private static Task<IResult> Say(HttpContext context, RoundReader reader, RoundWriter writer, PageForm form) =>
        form.Take(context, Verbs.Total, async (visit, sent) =>
        {
            var (next, wrong) = await writer.Write(visit, context, sent);
            return next is not null
                ? new SeeOther(next)
                : await Page(context, visit, reader, form, wrong, StatusCodes.Status422UnprocessableEntity);
        });

    private static async Task<IResult> Page(
        HttpContext context, Visit visit, RoundReader reader, PageForm form, IReadOnlyList<string> wrong, int status)
    {
        if (await reader.Read(visit, context) is not { } view) return NoticeView.Unknown(visit.Words);
        var hasForm = view.MayFreeze || view.Pages.Any(page => page.Entry is not null);
        return new PageResult<RoundPage>(view with { Wrong = wrong, Token = hasForm ? form.Token(context) : null }, status);
    }
}
