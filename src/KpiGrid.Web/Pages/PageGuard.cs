using KpiGrid.Web.Texts;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace KpiGrid.Web.Pages;

/// <summary>Keeps foreign content off the pages, and says in a page when the cluster cannot answer.</summary>
internal sealed class PageGuard(ILogger<PageGuard> log) : IEndpointFilter
{
    private const string OwnContentOnly =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'self'";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        response.Headers.ContentSecurityPolicy = OwnContentOnly;
        response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException or JournalUnavailableException)
        {
            // The route, not the address: that of a sign-in link opens a session.
            var route = (context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            log.LogWarning(failure, "{Method} {Route} answers 503", context.HttpContext.Request.Method, route);
            response.Headers.RetryAfter = "2";
            var words = Words.English;
            return new PageResult<NoticePage>(
                new NoticeView(words, words.UnavailableTitle, words.Unavailable), 503);
        }
    }
}
