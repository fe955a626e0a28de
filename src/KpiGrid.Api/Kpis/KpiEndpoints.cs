using KpiGrid.Api.Registry;

namespace KpiGrid.Api.Kpis;

/// <summary>KPI definitions.</summary>
internal static class KpiEndpoints
{
    private static readonly Noun<KpiFacts> Kpi = new(
        "kpi", "A-Z, 0-9 and -, at most 32", id => KpiCode.TryParse(id, out _), facts => facts.Check());

    public static IEndpointRouteBuilder MapKpis(this IEndpointRouteBuilder routes)
    {
        routes.MapNoun("/kpis", Kpi).MapRead(Kpi).WithTags("Kpis");
        return routes;
    }
}
