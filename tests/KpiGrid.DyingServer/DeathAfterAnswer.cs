using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace KpiGrid.DyingServer;

/// <summary>Sees the answer to a push leave for its sender.</summary>
internal sealed class DeathAfterAnswer(Death death) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            context.Response.OnCompleted(() =>
            {
                death.At("answered");
                return Task.CompletedTask;
            });
            return rest(context);
        });
        next(app);
    };
}
