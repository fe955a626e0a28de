using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Audit;

/// <summary>Who did what to which node, when, and with which key.</summary>
internal static class AuditEndpoints
{
    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/audit", Read).AddEndpointFilter(new KnownQuery(AuditQuery.Names)).AsksItself()
            .Produces<AuditPage>().WithTags("Audit")
            .WithSummary("The audit trail, newest first; of one node for its auditors, of everything for an auditor of all.");
        return routes;
    }

    private static async Task<IResult> Read(
        [AsParameters] AuditQuery query, HttpContext context, IGrainFactory grains, IOptions<ApiOptions> limits)
    {
        var errors = new QuestionErrors();
        var (question, node) = query.Read(limits.Value, errors);
        if (errors.Any) return errors.Answer();
        if (await Refusal(context, node) is { } refusal) return refusal;
        var page = await grains.GetGrain<IAuditGrain>(0).Trail(question);
        return TypedResults.Json(AuditPage.Of(page), KpiGridJson.Options);
    }

    private static async ValueTask<IResult?> Refusal(HttpContext context, PlaceRef? node)
    {
        var services = context.RequestServices;
        var caller = Caller.Of(context);
        if (!caller.IsKnown) return Callers.Unauthorized(context);
        if (services.GetRequiredService<Rights>().Everywhere(caller).HasFlag(Verbs.Audit)) return null;
        return node is not null
            ? await services.GetRequiredService<Gate>().Refusal(context, Verbs.Audit, node)
            : Refused.With(403, new Problem("node", null, "not-allowed",
                "Name a node that you audit, such as node=pilots/p1; everything is for an auditor of the installation."));
    }
}
