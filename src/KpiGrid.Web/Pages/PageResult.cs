using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Web.Pages;

/// <summary>A page written by the server from one component and what it shows.</summary>
/// <remarks>
/// No <c>AddRazorComponents</c>: the pages need nothing of it but the renderer. The component has a parameter
/// <c>View</c>; whatever it holds can have the <see cref="Visit"/> as a cascading parameter.
/// </remarks>
internal sealed class PageResult<TPage>(object view, int status = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    private const string ViewParameter = "View";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await Html(httpContext.RequestServices, Visit.Of(httpContext), view);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept-Language, Cookie";
        await response.WriteAsync(html, httpContext.RequestAborted);
    }

    /// <summary>The page as text.</summary>
    public static async Task<string> Html(IServiceProvider services, Visit visit, object view)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        RenderFragment page = content =>
        {
            content.OpenComponent<TPage>(0);
            content.AddComponentParameter(1, ViewParameter, view);
            content.CloseComponent();
        };
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(CascadingValue<Visit>.Value)] = visit,
            [nameof(CascadingValue<Visit>.IsFixed)] = true,
            [nameof(CascadingValue<Visit>.ChildContent)] = page,
        });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CascadingValue<Visit>>(parameters)).ToHtmlString());
    }
}
