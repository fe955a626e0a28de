using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Late;

/// <summary>Who is late, since when and why.</summary>
internal static class LateEndpoints
{
    private static readonly string[] parameters = ["kpi", "on"];

    public static IEndpointRouteBuilder MapLate(this IEndpointRouteBuilder routes)
    {
        Of(routes, "pilots", PlaceKind.Pilot);
        Of(routes, "municipalities", PlaceKind.Municipality);
        Of(routes, "regions", PlaceKind.Region);
        return routes;
    }

    private static void Of(IEndpointRouteBuilder routes, string nouns, PlaceKind kind) => routes
        .MapGet($"/{nouns}/{{id}}/late", (
                string id, LateReader reader, HttpContext context,
                [FromQuery(Name = "kpi")] string? kpi = null, [FromQuery(Name = "on")] string? on = null) =>
            Answer(new(kind, id), kpi, on, reader, Caller.Of(context)))
        .AddEndpointFilter(new KnownQuery(parameters)).Needs(Verbs.Total, kind)
        .Produces<LateAnswer>().WithTags("Duties")
        .WithSummary("The KPI streams whose due date has passed without a report or a reason for silence.");

    private static async Task<IResult> Answer(PlaceRef node, string? kpi, string? on, LateReader reader, Caller caller)
    {
        var errors = new QuestionErrors();
        var code = kpi is null ? (KpiCode?)null : QuestionText.Kpi(kpi, errors);
        var day = on is null ? null : QuestionText.Day("on", on, errors);
        if (errors.Any) return errors.Answer();
        return errors.Answer(await reader.Read(node, code, day, caller, errors));
    }
}
