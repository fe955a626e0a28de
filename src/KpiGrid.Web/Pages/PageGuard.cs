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
            log.LogWarning(failure, "GET {Path} answers 503", context.HttpContext.Request.Path);
            context.HttpContext.Response.Headers.RetryAfter = "2";
            var words = Words.English;
            return new PageResult<NoticePage>(
                new NoticeView(words, words.UnavailableTitle, words.Unavailable), 503);
        }
    }
}
