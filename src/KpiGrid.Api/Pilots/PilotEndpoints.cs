using KpiGrid.Api.Access;
using KpiGrid.Api.Lineage;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Pilots;

/// <summary>The facts of pilots, which the pilot itself writes.</summary>
internal static class PilotEndpoints
{
    private static readonly Noun<PilotFacts> Pilot = new(
        "pilot", "a-z, 0-9 and -, at most 64", id => PilotId.TryParse(id, out _), facts => facts.Check())
    {
        Put = (grains, id, change) => grains.GetGrain<IPilotGrain>(id).Put(change),
        Read = (grains, id, _) => grains.GetGrain<IPilotGrain>(id).Read(),
        HasPast = false,
        ToChange = PilotGuard.Need,
        ToRead = new(Verbs.Parts, PlaceKind.Pilot),
        MayNotPut = async (context, id, facts) =>
            await PilotGuard.Refusal(context, id, facts) ?? await ReplicaRule.Refusal(context, id, facts),
        Shown = (context, ids) => context.RequestServices.GetRequiredService<Sight>()
            .Of(Caller.Of(context), Verbs.Parts, PlaceKind.Pilot, ids),
    };

    public static IEndpointRouteBuilder MapPilots(this IEndpointRouteBuilder routes)
    {
        routes.MapNoun("/pilots", Pilot).MapRead(Pilot).WithTags("Pilots");
        return routes;
    }
}
