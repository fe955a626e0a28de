using KpiGrid.Api.Access;
using KpiGrid.Web.Confirmations;
using KpiGrid.Web.Pages;
using KpiGrid.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace KpiGrid.Web.Places;

/// <summary>The page of a municipality, and what may be said on it of what was reported on its behalf.</summary>
internal static class MunicipalityPages
{
    private const int FormBytesMax = 16 * 1_024;

    public static async Task<IResult> Show(HttpContext context, MunicipalityReader reader, PageGate gate, IAntiforgery forgery)
    {
        var visit = Visit.Of(context);
        return await gate.Refusal(visit, visit.State.Place, Verbs.Total)
            ?? await Page(context, visit, reader, forgery, [], StatusCodes.Status200OK);
    }

    public static async Task<IResult> Confirm(
        HttpContext context, MunicipalityReader reader, ConfirmationWriter writer, PageGate gate, IAntiforgery forgery)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Total) is { } refusal) return refusal;
        if (await OwnForm.Read(context, forgery, FormBytesMax) is not { } form)
            return NoticeView.With(visit.Words.SignIn.FormForeignTitle, visit.Words.SignIn.FormForeign, StatusCodes.Status400BadRequest);
        var wrong = await writer.Write(visit, visit.State.Place!, form);
        return wrong.Count == 0
            ? new SeeOther($"{visit.State.Address}#on-behalf")
            : await Page(context, visit, reader, forgery, wrong, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Page(
        HttpContext context, Visit visit, MunicipalityReader reader, IAntiforgery forgery, IReadOnlyList<string> wrong, int status)
    {
        if (await reader.Read(visit, visit.State.Place!) is not { } view) return NoticeView.Unknown(visit.Words);
        if (view.Behalf is not { } behalf) return new PageResult<MunicipalityPage>(view, status);
        behalf = behalf with { Wrong = wrong };
        if (behalf.Action is not null)
        {
            var tokens = forgery.GetAndStoreTokens(context);
            behalf = behalf with { Token = new(tokens.FormFieldName, tokens.RequestToken!) };
        }
        return new PageResult<MunicipalityPage>(view with { Behalf = behalf }, status);
    }
}
