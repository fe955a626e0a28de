using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;
using KpiGrid.Web.SignIn;
using KpiGrid.Web.Views;
using Microsoft.AspNetCore.Antiforgery;

namespace KpiGrid.Web.Rounds;

/// <summary>The pages of one round, to be read aloud or printed, and what may be said on them.</summary>
internal static class RoundPages
{
    private const int FormBytesMax = 16 * 1_024;

    public static void MapRoundPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/regions/{id}/rounds/{round}", Show).AsksItself();
        routes.MapPost("/regions/{id}/rounds/{round}", Say).DisableAntiforgery().AsksItself();
    }

    private static async Task<IResult> Show(HttpContext context, RoundReader reader, PageGate gate, IAntiforgery forgery)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Total) is { } refusal) return refusal;
        return await Page(context, visit, reader, forgery, [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Say(
        HttpContext context, RoundReader reader, RoundWriter writer, PageGate gate, IAntiforgery forgery)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Total) is { } refusal) return refusal;
        if (await OwnForm.Read(context, forgery, FormBytesMax) is not { } form)
            return NoticeView.With(visit.Words.SignIn.FormForeignTitle, visit.Words.SignIn.FormForeign, StatusCodes.Status400BadRequest);
        var (next, wrong) = await writer.Write(visit, context, form);
        return next is not null ? new SeeOther(next) : await Page(context, visit, reader, forgery, wrong, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Page(
        HttpContext context, Visit visit, RoundReader reader, IAntiforgery forgery, IReadOnlyList<string> wrong, int status)
    {
        if (await reader.Read(visit, context) is not { } view) return NoticeView.Unknown(visit.Words);
        view = view with { Wrong = wrong };
        if (!view.MayFreeze && view.Pages.All(page => page.Entry is null)) return new PageResult<RoundPage>(view, status);
        var tokens = forgery.GetAndStoreTokens(context);
        return new PageResult<RoundPage>(view with { Token = new(tokens.FormFieldName, tokens.RequestToken!) }, status);
    }
}
