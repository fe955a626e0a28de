using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

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
            (string id, [AsParameters] ExplainQuery query, ExplainReader reader, IOptions<ApiOptions> limits) =>
                Answer(new(kind, id), query, reader, limits.Value))
        .AddEndpointFilter(new KnownQuery(ExplainQuery.Names)).Needs(Verbs.Total, kind)
        .Produces<ExplainAnswer>().WithTags("Totals")
        .WithSummary("The measurements behind a total, in pages as of the same heads; their parts add up to it.");

    private static async Task<IResult> Answer(
        PlaceRef place, ExplainQuery query, ExplainReader reader, ApiOptions limits)
    {
        var errors = new QuestionErrors();
        if (AskedExplanation.Read(place, query, limits, errors) is not { } asked) return errors.Answer();
        return await reader.Answer(asked, errors) is { } answer
            ? TypedResults.Json(answer, KpiGridJson.Options)
            : errors.Answer();
    }
}
