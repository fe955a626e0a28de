using KpiGrid.Api.Access;
using KpiGrid.Web.Confirmations;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Places;

/// <summary>The page of a municipality, and what may be said on it of what was reported on its behalf.</summary>
internal static class MunicipalityPages
{
    public static Task<IResult> Show(HttpContext context, MunicipalityReader reader, PageForm form) =>
        form.Show(context, Verbs.Total, visit => Page(context, visit, reader, form, [], StatusCodes.Status200OK));

    public static Task<IResult> Confirm(HttpContext context, MunicipalityReader reader, ConfirmationWriter writer, PageForm form) =>
        form.Write(context, Verbs.Total, "on-behalf", (visit, sent) => writer.Write(visit, visit.State.Place!, sent),
            (visit, wrong, status) => Page(context, visit, reader, form, wrong, status));

    private static async Task<IResult> Page(
        HttpContext context, Visit visit, MunicipalityReader reader, PageForm form, IReadOnlyList<string> wrong, int status)
    {
        if (await reader.Read(visit, visit.State.Place!) is not { } view) return NoticeView.Unknown(visit.Words);
        if (view.Behalf is not { } behalf) return new PageResult<MunicipalityPage>(view, status);
        behalf = behalf with { Wrong = wrong, Token = behalf.Action is null ? null : form.Token(context) };
        return new PageResult<MunicipalityPage>(view with { Behalf = behalf }, status);
    }
}
