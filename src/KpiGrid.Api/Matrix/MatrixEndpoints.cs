using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Matrix;

/// <summary>Types of building by material stream.</summary>
internal static class MatrixEndpoints
{
    public static IEndpointRouteBuilder MapMatrix(this IEndpointRouteBuilder routes)
    {
        Of(routes, "municipalities", PlaceKind.Municipality);
        Of(routes, "regions", PlaceKind.Region);
        return routes;
    }

    private static void Of(IEndpointRouteBuilder routes, string nouns, PlaceKind kind) => routes
        .MapGet($"/{nouns}/{{id}}/matrix", (string id, [AsParameters] MatrixQuery query, MatrixReader reader, HttpContext context) =>
            Answer(new(kind, id), query, reader, Caller.Of(context)))
        .AddEndpointFilter(new KnownQuery(MatrixQuery.Names)).Needs(Verbs.Total, kind)
        .Produces<MatrixAnswer>().WithTags("Totals")
        .WithSummary("What each type of building gave of each class of a KPI; the lines add to the total.");

    private static async Task<IResult> Answer(PlaceRef place, MatrixQuery query, MatrixReader reader, Caller caller)
    {
        var errors = new QuestionErrors();
        if (MatrixQuestion.Read(query, errors) is not { } question) return errors.Answer();
        return errors.Answer(await reader.Read(place, question, caller, errors));
    }
}
