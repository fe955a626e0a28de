using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Registry;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Targets;

/// <summary>What is wanted of a KPI at a node, and how far that is.</summary>
internal static class TargetEndpoints
{
    public static Noun<TargetFacts> Target { get; } = new(
        "target", "pilots/{id}/{kpi}, municipalities/{code}/{kpi} or regions/{id}/{kpi}, and /{class} where it has classes",
        id => TargetId.Read(id) is not null, facts => facts.Check())
    {
        ToChange = new(Verbs.Change) { AskedByHandler = true },
        MayNotPut = TargetGuard.MayNotPut,
        ToRead = new(Verbs.Total) { AskedByHandler = true },
        Shown = TargetGuard.Shown,
    };

    public static IEndpointRouteBuilder MapTargets(this IEndpointRouteBuilder routes)
    {
        var targets = routes.MapGroup("/targets").MapList(Target).WithTags("Targets");
        targets.MapPut("/{kind}/{place}/{kpi}", (
            string kind, string place, string kpi, HttpContext context, IGrainFactory grains, IOptions<ApiOptions> limits) =>
            NounEndpoints.Put(Target, $"{kind}/{place}/{kpi}", context, grains, limits.Value)).Puts(Target);
        targets.MapPut("/{kind}/{place}/{kpi}/{class}", (
            string kind, string place, string kpi, string @class, HttpContext context, IGrainFactory grains,
            IOptions<ApiOptions> limits) =>
            NounEndpoints.Put(Target, $"{kind}/{place}/{kpi}/{@class}", context, grains, limits.Value)).Puts(Target);
        targets.MapGet("/{kind}/{place}/{kpi}", (
            string kind, string place, string kpi, HttpContext context, IGrainFactory grains, DateTimeOffset? asOf = null) =>
            Read($"{kind}/{place}/{kpi}", asOf, context, grains)).Reads(Target);
        targets.MapGet("/{kind}/{place}/{kpi}/{class}", (
            string kind, string place, string kpi, string @class, HttpContext context, IGrainFactory grains,
            DateTimeOffset? asOf = null) =>
            Read($"{kind}/{place}/{kpi}/{@class}", asOf, context, grains)).Reads(Target);
        Progress(routes, "pilots", PlaceKind.Pilot);
        Progress(routes, "municipalities", PlaceKind.Municipality);
        Progress(routes, "regions", PlaceKind.Region);
        return routes;
    }

    private static async Task<IResult> Read(string id, DateTimeOffset? asOf, HttpContext context, IGrainFactory grains) =>
        await TargetGuard.MayNotRead(context, id) ?? await NounEndpoints.Read(Target, id, asOf, context, grains, entry => entry);

    private static void Progress(IEndpointRouteBuilder routes, string nouns, PlaceKind kind) => routes
        .MapGet($"/{nouns}/{{id}}/progress", (string id, [AsParameters] ProgressQuery query, ProgressDesk desk, HttpContext context) =>
            desk.Answer(new(kind, id), query, Caller.Of(context)))
        .AddEndpointFilter(new KnownQuery(ProgressQuery.Names)).Needs(Verbs.Total, kind)
        .Produces<ProgressAnswer>().WithTags("Targets")
        .WithSummary("How far each target of a node is on a day, and by which rule.");
}
