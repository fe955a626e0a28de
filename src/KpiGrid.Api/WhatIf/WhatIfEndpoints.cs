using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.WhatIf;

/// <summary>A region without some of its members or pilots.</summary>
internal static class WhatIfEndpoints
{
    public static IEndpointRouteBuilder MapWhatIf(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/regions/{id}/what-if", (string id, [AsParameters] WhatIfQuery query, WhatIfDesk desk, HttpContext context) =>
                desk.Answer(new(PlaceKind.Region, id), query, context))
            .AddEndpointFilter(new KnownQuery(WhatIfQuery.Names)).Needs(Verbs.Total, PlaceKind.Region)
            .Produces<WhatIfAnswer>().WithTags("Totals")
            .WithSummary("Totals, coverage and targets of a region as they are, and as they would be without some members or pilots.");
        return routes;
    }
}
