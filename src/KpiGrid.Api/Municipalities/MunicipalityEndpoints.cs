using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Registry;

namespace KpiGrid.Api.Municipalities;

/// <summary>The facts of municipalities, whole or on one day.</summary>
internal static class MunicipalityEndpoints
{
    private static readonly Noun<MunicipalityFacts> Municipality = new(
        "municipality", "country and national code such as DK-0657",
        id => MunicipalityId.TryParse(id, out _), facts => facts.Check());

    public static IEndpointRouteBuilder MapMunicipalities(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapNoun("/municipalities", Municipality).WithTags("Municipalities");
        group.MapGet("/{id}", Read)
            .AddEndpointFilter(new KnownQuery("on", "asOf")).NeedsAKey()
            .WithSummary("A municipality; with ?on= only the interval in force on that day.")
            .Answers<MunicipalityFacts>();
        return routes;
    }

    private static Task<IResult> Read(
        string id, HttpContext context, IGrainFactory grains, DateOnly? on = null, DateTimeOffset? asOf = null) =>
        NounEndpoints.Read(Municipality, id, asOf, context, grains, entry => on is { } day ? On(entry, day) : entry);

    /// <summary>The same facts with one interval; null when the code stood for nothing on that day.</summary>
    private static RegistryEntry? On(RegistryEntry entry, DateOnly day)
    {
        var facts = Noun<MunicipalityFacts>.Facts(entry);
        if (facts.On(day) is not { } interval) return null;
        var part = facts with { Intervals = [interval] };
        return entry with { Facts = JsonSerializer.SerializeToUtf8Bytes(part, KpiGridJson.Options) };
    }
}
