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
            log.LogWarning(failure, "GET {Path} answers 503", context.HttpContext.Request.Path);
            response.Headers.RetryAfter = "2";
            var words = Words.English;
            return new PageResult<NoticePage>(
                new NoticeView(words, words.UnavailableTitle, words.Unavailable), 503);
        }
    }
}
