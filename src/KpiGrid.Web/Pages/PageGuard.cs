using KpiGrid.Api.Hosting;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Web.Pages;

/// <summary>Says in a page what of an address cannot be read, and when the cluster cannot answer.</summary>
internal sealed class PageGuard(ILogger<PageGuard> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var visit = Visit.Of(context.HttpContext);
        if (visit.State.Wrong is [var wrong, ..]) return Unreadable(visit.Words.Notices, wrong);
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (Trouble.Passes(failure))
        {
            // The route, not the address: that of a sign-in link opens a session.
            var route = (context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            log.LogWarning("{Method} {Route} answers 503: {Why}", context.HttpContext.Request.Method, route, failure.Message);
            context.HttpContext.Response.Headers.RetryAfter = "2";
            var notices = visit.Words.Notices;
            return NoticeView.With(notices.UnavailableTitle, notices.Unavailable, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Unreadable(NoticesWords notices, WrongPart wrong)
    {
        var form = wrong.Name switch
        {
            "period" => notices.PeriodForm,
            "since" => notices.DayForm,
            "lang" => notices.LanguageForm,
            _ => notices.OtherForm,
        };
        return NoticeView.With(notices.UnreadableTitle, Words.Fill(notices.Unreadable, wrong.Name, wrong.Value, form),
            StatusCodes.Status422UnprocessableEntity);
    }
}
