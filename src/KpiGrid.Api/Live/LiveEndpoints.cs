using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Live;

/// <summary>Regions as they change, as server-sent events.</summary>
public static class LiveEndpoints
{
    /// <summary>Adds what live streams need, beside what answers questions.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration(LiveOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<LiveReader>().AddSingleton<LiveFeeds>().AddSingleton<LiveRight>().AddSingleton<LiveDesk>();
    }

    /// <summary>Maps the live streams.</summary>
    public static IEndpointRouteBuilder MapLive(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/regions/{id}/live",
                (string id, [AsParameters] LiveQuery query, HttpContext context, LiveDesk desk) =>
                    desk.Answer(id, query, context))
            .AddEndpointFilter(new KnownQuery(LiveQuery.Names)).Needs(Verbs.Total, PlaceKind.Region).WithTags("Live")
            .Produces<LiveEvent>(StatusCodes.Status200OK, LiveStream.ContentType)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Totals of KPIs as they change: a snapshot, then what changed, as server-sent events.")
            .WithDescription(
                "Without from and to: this year's periods up to the current one, rolling on. Send Last-Event-ID to go on "
                + "where you were: nothing older than that version is sent. In a change, previous is the version of the "
                + "event sent before, and from the value in it; a stream that falls behind skips to the newest.");
        return routes;
    }
}
