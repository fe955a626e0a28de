using KpiGrid.Api.Access;
using KpiGrid.Api.Exchange;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.SignIn;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report.Files;

/// <summary>Reporting by a file: looked at first, recorded when confirmed, and taken out again as a whole.</summary>
internal static class FilePages
{
    private const Verbs Pushing = Verbs.Push | Verbs.PushOnBehalf;

    public static void MapFilePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/report/upload", Remembered).AsksItself();
        routes.MapGet("/pilots/{id}/report/upload", Form).AsksItself();
        routes.MapPost("/pilots/{id}/report/upload", Send).DisableAntiforgery().AsksItself();
        routes.MapGet("/pilots/{id}/report/template.csv", Fill).AsksItself();
        routes.MapGet("/pilots/{id}/report/file", File).AsksItself();
        routes.MapPost("/pilots/{id}/report/file", Undo).DisableAntiforgery().AsksItself();
    }

    private static async Task<IResult> Remembered(HttpContext context, ReportPilotsReader pilots)
    {
        var visit = Visit.Of(context);
        if (!visit.Caller.IsKnown) return NoticeView.SignInFirst(visit.Words);
        return RememberedStream.Of(context) is { } stream && await pilots.MayReport(visit, stream.Pilot.Value)
            ? new SeeOther((visit.State with { Place = new(PlaceKind.Pilot, stream.Pilot.Value) }).On(PageKind.Upload).Address)
            : new SeeOther(visit.State.On(PageKind.ReportPilots).Address);
    }

    private static async Task<IResult> Form(HttpContext context, KnownNouns nouns, PageGate gate, IAntiforgery forgery, IOptions<ExchangeOptions> limits)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Pushing) is { } refusal) return refusal;
        return new PageResult<UploadPage>(await Page(context, visit, nouns, forgery, limits.Value));
    }

    private static async Task<IResult> Send(
        HttpContext context, KnownNouns nouns, PageGate gate, IAntiforgery forgery, Recorder recorder, FileDesk desk, FileWork work,
        IOptions<ExchangeOptions> limits)
    {
        var visit = Visit.Of(context);
        if (context.Request.ContentLength > 2L * limits.Value.BytesMax) return TooLarge(visit.Words, limits.Value);
        // Written as text it is a third larger, and more stands beside it.
        if (await OwnForm.Read(context, forgery, 2 * limits.Value.BytesMax) is not { } form) return SignInPages.Forged(visit.Words.SignIn);
        if (await gate.Refusal(visit, visit.State.Place, Pushing) is { } refusal) return refusal;
        var page = await Page(context, visit, nouns, forgery, limits.Value);
        if (await SentFile.Of(form, limits.Value) is not { } file)
            return new PageResult<UploadPage>(page with { Refused = visit.Words.Files.NoFile }, StatusCodes.Status422UnprocessableEntity);
        try
        {
            var pilot = await recorder.For(context, PilotId.Parse(visit.State.Place!.Id));
            var (table, columns, style, findings) = await desk.Look(pilot, file, visit.Words.Language);
            if (findings is null)
                return new PageResult<UploadPage>(page with { Preview = UploadViews.Asked(visit.Words, file.Name, table, columns, file.Kept(null)) });
            var isConfirmed = findings.IsGood && form["step"] == "record" && (findings.Doubts.Count == 0 || form["seen"].Count > 0);
            if (!isConfirmed)
                return new PageResult<UploadPage>(
                    page with { Preview = UploadViews.Of(visit.Words, file.Name, table, findings, file.Kept(style)) },
                    findings.IsGood ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
            return await work.Record(pilot, findings, context.RequestAborted)
                ? new SeeOther((visit.State.On(PageKind.File) with { Import = findings.Import }).Address)
                : NoticeView.With(visit.Words.Files.BusyTitle, visit.Words.Files.Busy, StatusCodes.Status503ServiceUnavailable);
        }
        catch (FileRefusedException refused)
        {
            return new PageResult<UploadPage>(page with { Refused = Text(visit.Words, refused) }, refused.Status);
        }
    }

    private static async Task<IResult> Fill(HttpContext context, PageGate gate, Template template)
    {
        var visit = Visit.Of(context);
        return await gate.Refusal(visit, visit.State.Place, Pushing) ?? await template.Of(visit, PilotId.Parse(visit.State.Place!.Id));
    }

    private static async Task<IResult> File(HttpContext context, PageGate gate, FileViews views, IAntiforgery forgery)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, Pushing) is { } refusal) return refusal;
        if (await views.Read(visit, forgery.GetAndStoreTokens(context)) is not { } view) return NoticeView.Unknown(visit.Words);
        // Without scripts, too, the page shows how far it is.
        if (view.Progress is not null) context.Response.Headers["Refresh"] = "2";
        return new PageResult<FilePage>(view);
    }

    private static async Task<IResult> Undo(
        HttpContext context, PageGate gate, FileViews views, IAntiforgery forgery, Recorder recorder, FileWork work, IOptions<ExchangeOptions> limits)
    {
        var visit = Visit.Of(context);
        if (await OwnForm.Read(context, forgery, limits.Value.BytesMax) is not { } form) return SignInPages.Forged(visit.Words.SignIn);
        if (await gate.Refusal(visit, visit.State.Place, Pushing) is { } refusal) return refusal;
        if (visit.State.Import is not { } import) return NoticeView.Unknown(visit.Words);
        var reason = form["reason"].ToString().Trim();
        var problem = UndoReason.Problem(reason);
        if (problem is null)
        {
            var pilot = await recorder.For(context, PilotId.Parse(visit.State.Place!.Id));
            (_, problem) = await work.Undo(pilot, import, reason);
            if (problem is null) return new SeeOther(visit.State.Address);
        }
        var view = await views.Read(visit, forgery.GetAndStoreTokens(context));
        return view is null
            ? NoticeView.Unknown(visit.Words)
            : new PageResult<FilePage>(view with { Undo = view.Undo! with { Reason = reason, Problem = ProblemText.Of(visit.Words, problem) } },
                StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<UploadView> Page(HttpContext context, Visit visit, KnownNouns nouns, IAntiforgery forgery, ExchangeOptions limits)
    {
        var place = visit.State.Place!;
        var facts = (await nouns.Read<PilotFacts>(place.Stream, TimeSpan.FromSeconds(1)))!.Facts;
        return UploadViews.Page(visit, PilotId.Parse(place.Id), facts, forgery.GetAndStoreTokens(context), limits);
    }

    private static string Text(Words words, FileRefusedException refused)
    {
        var text = ProblemText.Of(words, refused.Problem);
        return refused.Line is { } line ? $"{Words.Fill(words.Files.AtLine, words.Number((int)line))} {text}" : text;
    }

    private static IResult TooLarge(Words words, ExchangeOptions limits) => NoticeView.With(words.Files.RefusedTitle,
        ProblemText.Of(words, "file-too-large", $": {limits.BytesMaxText}."), StatusCodes.Status413PayloadTooLarge);
}
