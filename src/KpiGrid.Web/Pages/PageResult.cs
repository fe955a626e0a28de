using KpiGrid.Api.Hosting;
using KpiGrid.Web.Assets;
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
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        httpContext.Features.Set(new StyledBy(Styles.Hash));
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept-Language, Cookie";
        var services = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        await renderer.Dispatcher.InvokeAsync(() => Write(renderer, httpContext));
    }

    /// <summary>Sends what is there at once, up to a part that is still being read, and then the rest.</summary>
    private async Task Write(HtmlRenderer renderer, HttpContext context)
    {
        var page = renderer.BeginRenderingComponent<CascadingValue<Visit>>(Parameters(Visit.Of(context)));
        var begun = page.ToHtmlString();
        var sent = PageCut.Length(begun);
        if (sent > 0) await context.Response.WriteAsync(begun[..sent], context.RequestAborted);
        await page.QuiescenceTask;
        await context.Response.WriteAsync(page.ToHtmlString()[sent..], context.RequestAborted);
    }

    private ParameterView Parameters(Visit visit)
    {
        RenderFragment page = content =>
        {
            content.OpenComponent<TPage>(0);
            content.AddComponentParameter(1, ViewParameter, view);
            content.CloseComponent();
        };
        return ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(CascadingValue<Visit>.Value)] = visit,
            [nameof(CascadingValue<Visit>.IsFixed)] = true,
            [nameof(CascadingValue<Visit>.ChildContent)] = page,
        });
    }
}
