using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Conflicts;

/// <summary>Figures in conflict, listed until one is corrected.</summary>
internal static class ConflictsEndpoints
{
    private static readonly string[] parameters = ["kpi"];

    public static IEndpointRouteBuilder MapConflicts(this IEndpointRouteBuilder routes)
    {
        Of(routes, "pilots", PlaceKind.Pilot);
        Of(routes, "municipalities", PlaceKind.Municipality);
        Of(routes, "regions", PlaceKind.Region);
        return routes;
    }

    private static void Of(IEndpointRouteBuilder routes, string nouns, PlaceKind kind) => routes
        .MapGet($"/{nouns}/{{id}}/conflicts", (
                string id, ConflictsReader reader, HttpContext context, [FromQuery(Name = "kpi")] string? kpi = null) =>
            Answer(new(kind, id), kpi, reader, Caller.Of(context)))
        .AddEndpointFilter(new KnownQuery(parameters)).Needs(Verbs.Total, kind)
        .Produces<ConflictsAnswer>().WithTags("Duties")
        .WithSummary("Whole figures that do not agree with what participants report of the same, until one is corrected.");

    private static async Task<IResult> Answer(PlaceRef node, string? kpi, ConflictsReader reader, Caller caller)
    {
        var errors = new QuestionErrors();
        var code = kpi is null ? (KpiCode?)null : QuestionText.Kpi(kpi, errors);
        if (errors.Any) return errors.Answer();
        return errors.Answer(await reader.Read(node, code, caller, errors));
    }
}
