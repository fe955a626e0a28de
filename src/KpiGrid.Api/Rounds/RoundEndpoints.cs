using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Registry;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Rounds;

/// <summary>The rounds of a region, and what its members say in their turns.</summary>
internal static class RoundEndpoints
{
    public static Noun<RoundFacts> Round { get; } = new(
        "round", "a-z, 0-9 and -, at most 64", id => RoundId.Read(id) is not null, facts => facts.Check())
    {
        ToChange = new(Verbs.Change, PlaceKind.Region),
        MayNotPut = RoundGuard.MayNotPut,
        ToRead = new(Verbs.Total, PlaceKind.Region),
    };

    public static Noun<TurnFacts> Turn { get; } = new(
        "turn", "the code of a municipality", id => TurnId.Read(id) is not null, facts => facts.Check())
    {
        ToChange = new(Verbs.Change) { AskedByHandler = true },
        MayNotPut = RoundGuard.MayNotPut,
        ToRead = new(Verbs.Total, PlaceKind.Region),
    };

    public static IEndpointRouteBuilder MapRounds(this IEndpointRouteBuilder routes)
    {
        var rounds = routes.MapGroup("/regions/{id}/rounds").WithTags("Rounds");
        rounds.MapGet("/", RegionNouns.List(Round.Name)).AddEndpointFilter(new KnownQuery("after", "limit"))
            .Needs(Verbs.Total, PlaceKind.Region).WithSummary("A page of the rounds of a region, by name.");
        rounds.MapPut("/{round}", (
            string id, string round, HttpContext context, IGrainFactory grains, IOptions<ApiOptions> limits) =>
            NounEndpoints.Put(Round, $"{id}/{round}", context, grains, limits.Value)).Puts(Round);
        rounds.MapGet("/{round}", (
            string id, string round, HttpContext context, IGrainFactory grains, DateTimeOffset? asOf = null) =>
            NounEndpoints.Read(Round, $"{id}/{round}", asOf, context, grains, entry => entry)).Reads(Round);
        rounds.MapPut("/{round}/turns/{municipality}", (
            string id, string round, string municipality, HttpContext context, IGrainFactory grains, IOptions<ApiOptions> limits) =>
            NounEndpoints.Put(Turn, $"{id}/{round}/{municipality}", context, grains, limits.Value)).Puts(Turn);
        rounds.MapGet("/{round}/turns/{municipality}", (
            string id, string round, string municipality, HttpContext context, IGrainFactory grains, DateTimeOffset? asOf = null) =>
            NounEndpoints.Read(Turn, $"{id}/{round}/{municipality}", asOf, context, grains, entry => entry)).Reads(Turn);
        rounds.MapGet("/{round}/pack", Pack).AddEndpointFilter(new KnownQuery()).Needs(Verbs.Total, PlaceKind.Region)
            .Produces<PackAnswer>()
            .WithSummary("A page a member, to be read aloud in two minutes: what moved since the round before, one number, next steps.");
        return routes;
    }

    private static async Task<IResult> Pack(string id, string round, PackReader reader, HttpContext context) =>
        RoundId.Read($"{id}/{round}") is { } known && await reader.Read(known, Caller.Of(context)) is { } pack
            ? TypedResults.Json(pack, KpiGridJson.Options)
            : Refused.With(404, Round.Unknown(round));
}
