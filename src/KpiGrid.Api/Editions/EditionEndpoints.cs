using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Editions;

/// <summary>Editions: the numbers of a region frozen, and what changed since.</summary>
internal static class EditionEndpoints
{
    public static IEndpointRouteBuilder MapEditions(this IEndpointRouteBuilder routes)
    {
        var editions = routes.MapGroup("/regions/{id}/editions").WithTags("Editions");
        editions.MapPost("/", (string id, EditionDesk desk, HttpContext context) => desk.Make(id, context))
            .AddEndpointFilter(new KnownQuery()).Needs(Verbs.Change, PlaceKind.Region)
            .Takes<EditionOrder>().Produces<EditionAnswer>(StatusCodes.Status201Created)
            .WithSummary("Freezes the numbers of a region as known at a cut-off; the same question again has the same edition.");
        editions.MapGet("/", (string id, EditionDesk desk) => desk.List(id))
            .AddEndpointFilter(new KnownQuery()).Needs(Verbs.Total, PlaceKind.Region).Produces<EditionsAnswer>()
            .WithSummary("The editions of a region, without their numbers.");
        editions.MapGet("/{number}", (string id, string number, EditionDesk desk, HttpContext context) => desk.Read(id, number, context))
            .AddEndpointFilter(new KnownQuery()).Needs(Verbs.Total, PlaceKind.Region).Produces<EditionAnswer>()
            .WithSummary("One edition, its hash checked.");
        editions.MapGet("/{number}/text", (string id, string number, EditionDesk desk) => desk.Text(id, number))
            .AddEndpointFilter(new KnownQuery()).Needs(Verbs.Parts, PlaceKind.Region).Produces<string>(contentType: "text/plain")
            .WithSummary("The text of its numbers, of which the hash is the SHA-256.");
        editions.MapGet("/{number}/changes", (
                string id, string number, EditionDesk desk, HttpContext context, [FromQuery(Name = "atLeast")] string? atLeast = null) =>
            desk.Changes(id, number, atLeast, context))
            .AddEndpointFilter(new KnownQuery("atLeast")).Needs(Verbs.Total, PlaceKind.Region).Produces<EditionChanges>()
            .WithSummary("Each number that is no longer as the edition has it: old, new, size, and what was said since.");
        return routes;
    }
}
