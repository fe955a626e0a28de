using KpiGrid.Api.Registry;

namespace KpiGrid.Api.Regions;

/// <summary>The facts of regions.</summary>
internal static class RegionEndpoints
{
    private static readonly Noun<RegionFacts> Region = new(
        "region", "a-z, 0-9 and -, at most 64", id => RegionId.TryParse(id, out _), facts => facts.Check())
    {
        ToChange = RegionGuard.Need,
        MayNotPut = RegionGuard.Refusal,
    };

    public static IEndpointRouteBuilder MapRegions(this IEndpointRouteBuilder routes)
    {
        routes.MapNoun("/regions", Region).MapRead(Region).WithTags("Regions");
        return routes;
    }
}
