using KpiGrid.Api.Registry;

namespace KpiGrid.Api.Rates;

/// <summary>Series of pinned exchange rates.</summary>
internal static class RateEndpoints
{
    private static readonly Noun<RateSeriesFacts> Series = new(
        "rates", "a-z, 0-9 and -, at most 64", RateSeriesFacts.IsId, facts => facts.Check());

    public static IEndpointRouteBuilder MapRates(this IEndpointRouteBuilder routes)
    {
        routes.MapNoun("/rates", Series).MapRead(Series).WithTags("Rates");
        return routes;
    }
}
