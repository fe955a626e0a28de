using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Fields;

/// <summary>A place by field.</summary>
internal static class FieldsEndpoints
{
    public static IEndpointRouteBuilder MapFields(this IEndpointRouteBuilder routes)
    {
        Of(routes, "municipalities", PlaceKind.Municipality);
        Of(routes, "regions", PlaceKind.Region);
        return routes;
    }

    private static void Of(IEndpointRouteBuilder routes, string nouns, PlaceKind kind) => routes
        .MapGet($"/{nouns}/{{id}}/fields", (
                string id, FieldsReader reader, HttpContext context,
                [FromQuery(Name = "from")] string? from = null, [FromQuery(Name = "to")] string? to = null) =>
            Answer(new(kind, id), from, to, reader, Caller.Of(context)))
        .AddEndpointFilter(new KnownQuery("from", "to")).Needs(Verbs.Total, kind)
        .Produces<FieldsAnswer>().WithTags("Totals")
        .WithSummary("What a place has in each of the four fields, each field's own tempo, and what touches several.");

    private static async Task<IResult> Answer(PlaceRef place, string? from, string? to, FieldsReader reader, Caller caller)
    {
        var errors = new QuestionErrors();
        if (QuestionText.Days(from, to, errors) is not { } days) return errors.Answer();
        return errors.Answer(await reader.Read(place, days, caller, errors));
    }
}
