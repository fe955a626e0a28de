using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Streams;

/// <summary>The KPI streams of pilots.</summary>
public static class StreamsEndpoints
{
    /// <summary>Every period of a year is listed, so a page of streams is shorter than others.</summary>
    private const int StreamsMax = 200;

    /// <summary>Maps the KPI streams.</summary>
    public static IEndpointRouteBuilder MapStreams(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var streams = routes.MapGroup("/pilots/{pilot}/streams").WithTags("Streams")
            .Needs(Verbs.Parts, PlaceKind.Pilot, "pilot");
        streams.MapGet("", List).AddEndpointFilter(new KnownQuery("limit", "after")).Produces<StreamsAnswer>()
            .WithSummary("The KPI streams of a pilot, each with the periods expected in the last year.");
        streams.MapGet("/{kpi}", (
                string pilot, string kpi, [AsParameters] SeriesQuery query, SeriesDesk desk, HttpContext context) =>
                desk.Answer(pilot, kpi, query, Caller.Of(context)))
            .AddEndpointFilter(new KnownQuery(SeriesQuery.Names)).Produces<SeriesPage>()
            .WithSummary("The measurements of KPI[@municipality], current or with every revision.");
        streams.MapGet("/{kpi}/{class}",
                (string pilot, string kpi, string @class, [AsParameters] SeriesQuery query, SeriesDesk desk, HttpContext context) =>
                    desk.Answer(pilot, $"{kpi}/{@class}", query, Caller.Of(context)))
            .AddEndpointFilter(new KnownQuery(SeriesQuery.Names)).Produces<SeriesPage>()
            .WithSummary("The measurements of KPI/class[@municipality], current or with every revision.");
        return routes;
    }

    private static async Task<IResult> List(
        string pilot, StreamsReader reader, IOptions<ApiOptions> limits,
        [FromQuery(Name = "limit")] string? limit = null, [FromQuery(Name = "after")] string? after = null)
    {
        var errors = new QuestionErrors();
        var size = QuestionText.Limit(limit, Math.Min(limits.Value.PageSize, StreamsMax), StreamsMax, errors);
        if (errors.Any) return errors.Answer();
        return errors.Answer(await reader.List(pilot, after, size, errors));
    }
}
