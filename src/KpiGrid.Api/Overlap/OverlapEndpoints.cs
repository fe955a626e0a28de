using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Overlap;

/// <summary>What places have in common, and who sees it twice.</summary>
internal static class OverlapEndpoints
{
    public static IEndpointRouteBuilder MapOverlap(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/overlap", ([AsParameters] OverlapQuery query, OverlapDesk desk, HttpContext context) =>
                desk.Answer(query, context))
            .AddEndpointFilter(new KnownQuery(OverlapQuery.Names)).AsksItself()
            .Produces<OverlapAnswer>().WithTags("Totals")
            .WithSummary("The real total of places beside what they and their municipalities add to, and what is seen twice by whom.");
        return routes;
    }
}
