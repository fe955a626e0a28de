using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.SignIn;
using KpiGrid.Web.Views;
using Microsoft.AspNetCore.Antiforgery;

namespace KpiGrid.Web.Rounds;

/// <summary>The page of a region's targets, and the form that sets one.</summary>
internal static class RoundsPages
{
    private const int FormBytesMax = 16 * 1_024;

    public static void MapRoundsPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/regions/{id}/rounds", Show).AsksItself();
        routes.MapPost("/regions/{id}/rounds", Put).DisableAntiforgery().AsksItself();
    }

    private static async Task<IResult> Show(HttpContext context, RoundsReader reader, PageGate gate, IAntiforgery forgery)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Total) is { } refusal) return refusal;
        return await Page(context, visit, reader, forgery, new(), StatusCodes.Status200OK);
    }

    private static async Task<IResult> Put(
        HttpContext context, RoundsReader reader, TargetWriter writer, PageGate gate, IAntiforgery forgery)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Change) is { } refusal) return refusal;
        if (await OwnForm.Read(context, forgery, FormBytesMax) is not { } form)
            return NoticeView.With(visit.Words.SignIn.FormForeignTitle, visit.Words.SignIn.FormForeign, StatusCodes.Status400BadRequest);
        var entry = TargetEntry.Of(form);
        var wrong = await writer.Put(visit, entry);
        return wrong.Count == 0
            ? new SeeOther(visit.State.Address + "#targets")
            : await Page(context, visit, reader, forgery, entry with { Wrong = wrong }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Page(
        HttpContext context, Visit visit, RoundsReader reader, IAntiforgery forgery, TargetEntry entry, int status)
    {
        if (await reader.Read(visit, entry) is not { } view) return NoticeView.Unknown(visit.Words);
        if (view.Form is null) return new PageResult<RoundsPage>(view, status);
        var tokens = forgery.GetAndStoreTokens(context);
        return new PageResult<RoundsPage>(
            view with { Token = new(tokens.FormFieldName, tokens.RequestToken!) }, status);
    }
}
