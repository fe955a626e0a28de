using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Compare;

/// <summary>Pilots or places side by side.</summary>
internal static class CompareEndpoints
{
    public static IEndpointRouteBuilder MapCompare(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/compare", ([AsParameters] CompareQuery query, CompareDesk desk, HttpContext context) =>
                desk.Answer(query, context))
            .AddEndpointFilter(new KnownQuery(CompareQuery.Names)).AsksItself()
            .Produces<CompareAnswer>().WithTags("Compare")
            .WithSummary("Pilots or places side by side on one KPI: ranked where that is fair, else with the reasons why not.");
        return routes;
    }
}
