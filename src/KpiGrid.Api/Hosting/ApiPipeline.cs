using KpiGrid.Api.Access;
using KpiGrid.Api.Limits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Hosting;

/// <summary>What every request passes before its endpoint: who it is from, and whether it may ask so much.</summary>
internal sealed class ApiPipeline : IStartupFilter
{
    private static readonly PathString[] Paths = ["/v1", "/health", "/openapi", "/signin"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseMiddleware<ReachedFirst>();
        app.UseWhen(IsApi, branch => branch.UseStatusCodePages());
        app.UseMiddleware<Denials>();
        app.UseMiddleware<PlainRequests>();
        app.UseMiddleware<Callers>();
        app.UseRateLimiter();
        next(app);
        RouteCheck.Of(app.ApplicationServices.GetRequiredService<EndpointDataSource>());
    };

    private static bool IsApi(HttpContext context) => Paths.Any(path => context.Request.Path.StartsWithSegments(path));
}
