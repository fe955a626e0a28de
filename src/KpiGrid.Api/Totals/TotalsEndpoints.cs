using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Totals;

/// <summary>Totals of pilots, municipalities, regions and unions.</summary>
public static class TotalsEndpoints
{
    /// <summary>Maps the totals.</summary>
    public static IEndpointRouteBuilder MapTotals(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        Of(routes, "pilots", PlaceKind.Pilot);
        Of(routes, "municipalities", PlaceKind.Municipality);
        Of(routes, "regions", PlaceKind.Region);
        routes.MapGet("/totals", OfUnion)
            .AddEndpointFilter(new KnownQuery(["place", .. TotalsQuery.Names])).AsksItself()
            .Produces<TotalsAnswer>().WithTags("Totals")
            .WithSummary("The total of several places together, each municipality-day once.");
        return routes;
    }

    private static void Of(IEndpointRouteBuilder routes, string nouns, PlaceKind kind) => routes
        .MapGet($"/{nouns}/{{id}}/totals", (string id, [AsParameters] TotalsQuery query, TotalsDesk desk, HttpContext context) =>
            desk.Answer(query, context, _ => [new(kind, id)]))
        .AddEndpointFilter(new KnownQuery(TotalsQuery.Names)).Needs(Verbs.Total, kind)
        .Produces<TotalsAnswer>().WithTags("Totals")
        .WithSummary("Totals of one KPI by period; split by municipality, pilot or class.");

    private static Task<IResult> OfUnion(
        [FromQuery(Name = "place")] string[]? place, [AsParameters] TotalsQuery query, TotalsDesk desk, HttpContext context,
        IOptions<QuestionOptions> options) =>
        desk.Answer(query, context, errors => QuestionText.Places(place, options.Value.PlacesMax, errors));
}
