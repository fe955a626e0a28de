using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Web.Pages;

/// <summary>A page written by the server from one component and what it shows.</summary>
/// <remarks>
/// No <c>AddRazorComponents</c>: it brings antiforgery, whose keys would be written to the user's home at every start
/// though no page has a form.
/// </remarks>
internal sealed class PageResult<TPage>(object view, int status = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    private const string ViewParameter = "View";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [ViewParameter] = view });
            return (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString();
        });
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "private, no-cache";
        await response.WriteAsync(html, httpContext.RequestAborted);
    }
}
