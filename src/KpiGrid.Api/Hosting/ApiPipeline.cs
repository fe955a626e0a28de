using KpiGrid.Api.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Hosting;

/// <summary>
/// Puts problem documents around the API's paths, around no page of the dashboard, and tells every request who is calling.
/// </summary>
internal sealed class ApiPipeline : IStartupFilter
{
    private static readonly PathString[] Paths = ["/v1", "/health", "/openapi"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWhen(IsApi, branch => branch.UseExceptionHandler().UseStatusCodePages());
        app.UseMiddleware<Denials>();
        app.UseMiddleware<Callers>();
        next(app);
        RouteCheck.Of(app.ApplicationServices.GetRequiredService<EndpointDataSource>());
    };

    private static bool IsApi(HttpContext context) => Paths.Any(path => context.Request.Path.StartsWithSegments(path));
}
