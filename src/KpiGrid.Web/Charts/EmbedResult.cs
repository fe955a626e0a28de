using KpiGrid.Api.Hosting;
using KpiGrid.Web.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Charts;

/// <summary>A chart as a page of its own, which others may show inside theirs where that is configured.</summary>
internal sealed class EmbedResult(Chart chart) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var by = httpContext.RequestServices.GetRequiredService<IOptions<EmbedOptions>>().Value.By;
        if (by.Count > 0) httpContext.Features.Set(new FramedBy(by));
        return new PageResult<EmbedPage>(chart).ExecuteAsync(httpContext);
    }
}
