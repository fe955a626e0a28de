using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Confirmations;

/// <summary>What participants say of what was reported on their behalf, and what still waits for them.</summary>
internal static class ConfirmationEndpoints
{
    public static IEndpointRouteBuilder MapConfirmations(this IEndpointRouteBuilder routes)
    {
        Of(routes, "pilots", PlaceKind.Pilot);
        Of(routes, "municipalities", PlaceKind.Municipality);
        Of(routes, "regions", PlaceKind.Region);
        routes.MapPost("/pilots/{id}/confirmations", Confirm).AddEndpointFilter(new KnownQuery()).Needs(Verbs.Parts, PlaceKind.Pilot)
            .Takes<ConfirmationBody>().Produces<ConfirmedAnswer>().WithTags("Approval")
            .WithSummary("Confirms or disputes, for a participant, its part of a measurement that was reported on its behalf.")
            .WithDescription("""
                Who may change a region that the participant lies in speaks for it, but not for a figure they have reported or
                corrected themselves. revision is the one that was looked at; where another one counts the answer is 409. A
                dispute says why. No act moves a sum. The same act with the same id is repeated.
                """);
        return routes;
    }

    private static void Of(IEndpointRouteBuilder routes, string nouns, PlaceKind kind) => routes
        .MapGet($"/{nouns}/{{id}}/confirmations", (
                string id, [AsParameters] ConfirmationsQuery query, ConfirmationsReader reader, HttpContext context,
                IOptions<ApiOptions> limits) => List(new(kind, id), query, reader, Caller.Of(context), limits.Value))
        .AddEndpointFilter(new KnownQuery(ConfirmationsQuery.Names)).Needs(Verbs.Total, kind)
        .Produces<ConfirmationsAnswer>().WithTags("Approval")
        .WithSummary("Figures reported on behalf of participants, each with what it gives to whom and whether they confirm it.");

    private static async Task<IResult> List(
        PlaceRef node, ConfirmationsQuery query, ConfirmationsReader reader, Caller caller, ApiOptions limits)
    {
        var errors = new QuestionErrors();
        var asked = query.Read(limits, errors);
        return errors.Any ? errors.Answer() : errors.Answer(await reader.Read(node, asked, caller, errors));
    }

    private static async Task<IResult> Confirm(string id, ConfirmationDesk desk, HttpContext context, IOptions<ApiOptions> limits)
    {
        if (!PilotId.TryParse(id, out var pilot)) return Unknown(id);
        var caller = Caller.Of(context);
        var (act, refusal) = await ConfirmationBody.Read(context, limits.Value, caller.Author);
        if (refusal is not null) return refusal;
        var answer = await desk.Confirm(caller, pilot, act!);
        return answer.Confirmation is { } said
            ? TypedResults.Json(ConfirmedAnswer.Of(pilot, said, answer.Repeated), KpiGridJson.Options)
            : Refused.With(answer.Status, answer.Problems);
    }

    private static ProblemHttpResult Unknown(string pilot) =>
        Refused.With(404, new Problem("pilot", pilot, "pilot-unknown", "Create it first: PUT /v1/pilots/{id}."));
}
