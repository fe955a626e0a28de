using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Totals;

/// <summary>Totals of pilots, municipalities, regions and unions.</summary>
public static class TotalsEndpoints
{
    /// <summary>Maps the totals.</summary>
    public static IEndpointRouteBuilder MapTotals(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        Of(routes, "pilots", PlaceKind.Pilot);
        Of(routes, "municipalities", PlaceKind.Municipality);
        Of(routes, "regions", PlaceKind.Region);
        routes.MapGet("/totals", OfUnion)
            .AddEndpointFilter(new KnownQuery(["place", .. TotalsQuery.Names])).AsksItself()
            .Produces<TotalsAnswer>().WithTags("Totals")
            .WithSummary("The total of several places together, each municipality-day once.");
        return routes;
    }

    private static void Of(IEndpointRouteBuilder routes, string nouns, PlaceKind kind) => routes
        .MapGet($"/{nouns}/{{id}}/totals", (string id, [AsParameters] TotalsQuery query, TotalsDesk desk, HttpContext context) =>
            desk.Answer(query, context, _ => [new(kind, id)]))
        .AddEndpointFilter(new KnownQuery(TotalsQuery.Names)).Needs(Verbs.Total, kind)
        .Produces<TotalsAnswer>().WithTags("Totals")
        .WithSummary("Totals of one KPI by period; split by municipality, pilot or class.");

    private static Task<IResult> OfUnion(
        [FromQuery(Name = "place")] string[]? place, [AsParameters] TotalsQuery query, TotalsDesk desk, HttpContext context,
        IOptions<QuestionOptions> options) =>
        desk.Answer(query, context, errors => Places(place ?? [], options.Value.PlacesMax, errors));

    private static List<PlaceRef> Places(string[] texts, int max, QuestionErrors errors)
    {
        var places = new List<PlaceRef>();
        if (texts.Length == 0)
            errors.Refuse("place", null, "place-required",
                "Name places, such as place=regions/a&place=municipalities/DK-0615.");
        if (texts.Length > max)
            errors.Refuse("place", null, "too-many-places", $"Name at most {max} places.");
        foreach (var text in texts.Take(max))
        {
            if (PlaceRef.TryParse(text, out var place)) places.Add(place);
            else errors.Refuse("place", text, "place-unreadable", "Write regions/id or municipalities/CODE.");
        }
        return places;
    }
}
