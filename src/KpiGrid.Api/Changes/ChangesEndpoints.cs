using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Changes;

/// <summary>What changed since an instant.</summary>
internal static class ChangesEndpoints
{
    public static IEndpointRouteBuilder MapChanges(this IEndpointRouteBuilder routes)
    {
        Of(routes, "pilots", PlaceKind.Pilot);
        Of(routes, "municipalities", PlaceKind.Municipality);
        Of(routes, "regions", PlaceKind.Region);
        return routes;
    }

    private static void Of(IEndpointRouteBuilder routes, string nouns, PlaceKind kind) => routes
        .MapGet($"/{nouns}/{{id}}/changes", (
                string id, [AsParameters] ChangesQuery query, ChangesReader reader, LocalDays days,
                IOptions<ApiOptions> limits, IOptions<QuestionOptions> options, HttpContext context) =>
            Answer(errors => AskedChanges.Read(
                new(kind, id), query, days.Now, options.Value.AsOfAge, limits.Value, errors), reader, Caller.Of(context)))
        .AddEndpointFilter(new KnownQuery(ChangesQuery.Names)).Needs(Verbs.Total, kind)
        .Produces<ChangesAnswer>().WithTags("Totals")
        .WithSummary("A total as it was known at an instant and as it is now, and the revisions recorded since.");

    private static async Task<IResult> Answer(Func<QuestionErrors, AskedChanges?> read, ChangesReader reader, Caller caller)
    {
        var errors = new QuestionErrors();
        if (read(errors) is not { } asked) return errors.Answer();
        return errors.Answer(await reader.Answer(asked with { Caller = caller }, errors));
    }
}
