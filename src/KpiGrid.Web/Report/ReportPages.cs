using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.SignIn;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report;

/// <summary>The form for one measurement, and what sending it moved.</summary>
internal static class ReportPages
{
    public static void MapReportPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/report", Remembered).AsksItself();
        routes.MapGet("/report/pilots", Pilots).AsksItself();
        routes.MapGet("/pilots/{id}/report", Form).AsksItself();
        routes.MapPost("/pilots/{id}/report", Send).DisableAntiforgery().AsksItself();
    }

    /// <summary>The form that was used last, or the one there is to use.</summary>
    private static async Task<IResult> Remembered(HttpContext context, ReportPilotsReader pilots)
    {
        var visit = Visit.Of(context);
        if (!visit.Caller.IsKnown) return NoticeView.SignInFirst(visit.Words);
        if (RememberedStream.Of(context) is { } stream && await pilots.MayReport(visit, stream.Pilot.Value))
            return new SeeOther(ReportViews.Address(visit.State, stream).Address);
        return await pilots.Read(visit) is { Pilots: [var only] }
            ? new SeeOther(only.Value)
            : new SeeOther(visit.State.On(PageKind.ReportPilots).Address);
    }

    private static async Task<IResult> Pilots(HttpContext context, ReportPilotsReader pilots)
    {
        var visit = Visit.Of(context);
        return visit.Caller.IsKnown ? new PageResult<ReportPilotsPage>(await pilots.Read(visit)) : NoticeView.SignInFirst(visit.Words);
    }

    private static async Task<IResult> Form(
        HttpContext context, ReportPageReader reader, ReportSubjects subjects, PageGate gate, IAntiforgery forgery)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Push | Verbs.PushOnBehalf) is { } refusal) return refusal;
        var pilot = PilotId.Parse(visit.State.Place!.Id);
        if (visit.State.Query is { } chosen)
            return StreamAddress.TryRead(chosen, out var wanted) && wanted.Pilot == pilot
                ? new SeeOther(ReportViews.Address(visit.State, wanted).Address) : NoticeView.Unknown(visit.Words);
        if (await reader.Read(visit, pilot, Stream(visit, pilot), visit.State.Correct is not null) is not { } page) return NoticeView.Unknown(visit.Words);
        if (Stream(visit, pilot) is not { } stream) return new PageResult<ReportPage>(page);
        if (await subjects.Read(visit, stream) is not { } subject) return NoticeView.Unknown(visit.Words);
        if (Entry(visit, subject) is not { } entry) return NoticeView.Unknown(visit.Words);
        var findings = new ReportFindings(new(entry, ReportFields.Of(subject.Facts, subject.IsMeter)), []);
        return new PageResult<ReportPage>(page with { Form = ReportViews.Form(visit, subject, entry, findings, forgery.GetAndStoreTokens(context)) });
    }

    private static async Task<IResult> Send(
        HttpContext context, ReportPageReader reader, ReportSubjects subjects, ReportDesk desk, PageGate gate, IAntiforgery forgery,
        IOptions<ApiOptions> limits)
    {
        var visit = Visit.Of(context);
        if (await OwnForm.Read(context, forgery, limits.Value.BodyBytesMax) is not { } form) return SignInPages.Forged(visit.Words.SignIn);
        if (await gate.Refusal(visit, visit.State.Place, Verbs.Push | Verbs.PushOnBehalf) is { } refusal) return refusal;
        var pilot = PilotId.Parse(visit.State.Place!.Id);
        if (Stream(visit, pilot) is not { } stream || await subjects.Read(visit, stream) is not { } subject) return NoticeView.Unknown(visit.Words);
        var entry = ReportEntry.Of(form);
        var (findings, recorded) = await desk.Take(context, subject, entry);
        if (recorded is not null)
        {
            RememberedStream.Keep(context, stream);
            return new PageResult<ReceiptPage>(ReceiptViews.Of(visit, subject, entry, recorded));
        }
        var page = await reader.Read(visit, pilot, stream, entry.IsCorrection);
        return new PageResult<ReportPage>(
            page! with { Form = ReportViews.Form(visit, subject, entry, findings, forgery.GetAndStoreTokens(context)) },
            findings.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static KpiStreamId? Stream(Visit visit, PilotId pilot) =>
        visit.State.Kpi is { } kpi ? new(pilot, kpi, visit.State.Class, visit.State.Participant) : null;

    /// <summary>A new measurement, or what there is to correct; null when that is not there.</summary>
    private static ReportEntry? Entry(Visit visit, ReportSubject subject) =>
        visit.State.Correct is not { } id ? ReportEntries.New(subject, visit.State.Period)
        : subject.Entry(id) is { } there ? ReportEntries.Of(there, visit.Words.Language) : null;
}
