using KpiGrid.Web.Texts;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace KpiGrid.Web.Pages;

/// <summary>Says in a page when the cluster cannot answer.</summary>
internal sealed class PageGuard(ILogger<PageGuard> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException or JournalUnavailableException)
        {
            // The route, not the address: that of a sign-in link opens a session.
            var route = (context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            log.LogWarning(failure, "{Method} {Route} answers 503", context.HttpContext.Request.Method, route);
            context.HttpContext.Response.Headers.RetryAfter = "2";
            var words = Words.English;
            return new PageResult<NoticePage>(
                new NoticeView(words, words.UnavailableTitle, words.Unavailable), 503);
        }
    }
}
