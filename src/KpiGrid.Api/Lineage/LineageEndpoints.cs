using KpiGrid.Api.Access;
using KpiGrid.Api.Compare;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Lineage;

/// <summary>How an icon project spreads.</summary>
internal static class LineageEndpoints
{
    public static IEndpointRouteBuilder MapLineage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pilots/{id}/lineage", Answer)
            .AddEndpointFilter(new KnownQuery(LineageQuery.Names)).Needs(Verbs.Parts, PlaceKind.Pilot)
            .Produces<LineageAnswer>().WithTags("Compare")
            .WithSummary("The pilots that repeat one another: when each began, and what came of it beside the original.");
        return routes;
    }

    private static async Task<IResult> Answer(
        string id, [AsParameters] LineageQuery query, LineageReader reader, Gate gate, IOptions<CompareOptions> limits, HttpContext context)
    {
        var errors = new QuestionErrors();
        if (!PilotId.TryParse(id, out var pilot))
        {
            errors.Unknown("pilot", id, "pilot-unknown", "There is no such pilot that this key may see.");
            return errors.Answer();
        }
        var comparison = query.Comparison(pilot, limits.Value, errors);
        if (errors.Any) return errors.Answer();
        if (comparison?.ScaleTo is { } region && await gate.Refusal(context, Verbs.Total, region) is { } refusal) return refusal;
        return errors.Answer(await reader.Read(pilot, comparison, Caller.Of(context), errors));
    }
}
