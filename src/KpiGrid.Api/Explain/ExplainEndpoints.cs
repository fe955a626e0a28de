using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Explain;

/// <summary>The measurements behind totals.</summary>
public static class ExplainEndpoints
{
    /// <summary>Maps the explanations.</summary>
    public static IEndpointRouteBuilder MapExplain(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        Of(routes, "pilots", PlaceKind.Pilot);
        Of(routes, "municipalities", PlaceKind.Municipality);
        Of(routes, "regions", PlaceKind.Region);
        return routes;
    }

    private static void Of(IEndpointRouteBuilder routes, string nouns, PlaceKind kind) => routes
        .MapGet($"/{nouns}/{{id}}/explain",
            (string id, [AsParameters] ExplainQuery query, ExplainDesk desk, HttpContext context) =>
                desk.Answer(new(kind, id), query, Caller.Of(context)))
        .AddEndpointFilter(new KnownQuery(ExplainQuery.Names)).Needs(Verbs.Total, kind)
        .Produces<ExplainAnswer>().WithTags("Totals")
        .WithSummary("The measurements behind a total, in pages as of the same heads; their parts add up to it.");
}
