using KpiGrid.Api.Access;
using Microsoft.AspNetCore.Hosting;

namespace KpiGrid.Api.Hosting;

/// <summary>Puts problem documents around the API's paths, and around no page of the dashboard.</summary>
internal sealed class ApiPipeline : IStartupFilter
{
    private static readonly PathString[] Paths = ["/v1", "/health", "/openapi"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWhen(IsApi, branch => branch.UseExceptionHandler().UseStatusCodePages());
        app.UseMiddleware<Denials>();
        app.UseMiddleware<Callers>();
        next(app);
    };

    private static bool IsApi(HttpContext context) => Paths.Any(path => context.Request.Path.StartsWithSegments(path));
}
