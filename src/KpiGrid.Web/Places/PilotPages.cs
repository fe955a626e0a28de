using KpiGrid.Api.Access;
using KpiGrid.Web.Approvals;
using KpiGrid.Web.Pages;
using KpiGrid.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace KpiGrid.Web.Places;

/// <summary>The page of a pilot, and what may be decided on it about its periods.</summary>
internal static class PilotPages
{
    private const int FormBytesMax = 16 * 1_024;

    public static async Task<IResult> Show(HttpContext context, PilotReader reader, PageGate gate, IAntiforgery forgery)
    {
        var visit = Visit.Of(context);
        return await gate.Refusal(visit, visit.State.Place, Verbs.Parts)
            ?? await Page(context, visit, reader, forgery, [], StatusCodes.Status200OK);
    }

    public static async Task<IResult> Decide(
        HttpContext context, PilotReader reader, ApprovalWriter writer, PageGate gate, IAntiforgery forgery)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Parts) is { } refusal) return refusal;
        if (await OwnForm.Read(context, forgery, FormBytesMax) is not { } form)
            return NoticeView.With(visit.Words.SignIn.FormForeignTitle, visit.Words.SignIn.FormForeign, StatusCodes.Status400BadRequest);
        var wrong = await writer.Write(visit, visit.State.Place!, form);
        return wrong.Count == 0
            ? new SeeOther($"{visit.State.Address}#approval")
            : await Page(context, visit, reader, forgery, wrong, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Page(
        HttpContext context, Visit visit, PilotReader reader, IAntiforgery forgery, IReadOnlyList<string> wrong, int status)
    {
        if (await reader.Read(visit, visit.State.Place!) is not { } view) return NoticeView.Unknown(visit.Words);
        var approval = view.Approval with { Wrong = wrong };
        if (approval.Buttons.Count > 0)
        {
            var tokens = forgery.GetAndStoreTokens(context);
            approval = approval with { Token = new(tokens.FormFieldName, tokens.RequestToken!) };
        }
        return new PageResult<PilotPage>(view with { Approval = approval }, status);
    }
}
