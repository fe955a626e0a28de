using KpiGrid.Api.Access;
using KpiGrid.Web.Approvals;
using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Places;

/// <summary>The page of a pilot, and what may be decided on it about its periods.</summary>
internal static class PilotPages
{
    public static Task<IResult> Show(HttpContext context, PilotReader reader, PageForm form) =>
        form.Show(context, Verbs.Parts, visit => Page(context, visit, reader, form, [], StatusCodes.Status200OK));

    public static Task<IResult> Decide(HttpContext context, PilotReader reader, ApprovalWriter writer, PageForm form) =>
        form.Write(context, Verbs.Parts, "approval", (visit, sent) => writer.Write(visit, visit.State.Place!, sent),
            (visit, wrong, status) => Page(context, visit, reader, form, wrong, status));

    private static async Task<IResult> Page(
        HttpContext context, Visit visit, PilotReader reader, PageForm form, IReadOnlyList<string> wrong, int status)
    {
        if (await reader.Read(visit, visit.State.Place!) is not { } view) return NoticeView.Unknown(visit.Words);
        var approval = view.Approval with { Wrong = wrong, Token = view.Approval.Buttons.Count == 0 ? null : form.Token(context) };
        return new PageResult<PilotPage>(view with { Approval = approval }, status);
    }
}
