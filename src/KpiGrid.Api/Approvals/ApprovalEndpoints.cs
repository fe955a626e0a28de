using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Approvals;

/// <summary>Submitting, approving and re-opening the periods of a pilot.</summary>
internal static class ApprovalEndpoints
{
    public static IEndpointRouteBuilder MapApprovals(this IEndpointRouteBuilder routes)
    {
        var approval = routes.MapGroup("/pilots/{pilot}/approval").WithTags("Approval").AddEndpointFilter(new KnownQuery());
        approval.MapGet("/", Read).Needs(Verbs.Parts, PlaceKind.Pilot, "pilot").Produces<StandingAnswer>()
            .WithSummary("How far the periods of a pilot are submitted, approved and closed, and by whose acts.");
        approval.MapPost("/", Decide).Needs(ApprovalDesk.Any, PlaceKind.Pilot, "pilot")
            .Takes<ActBody>().Produces<StandingAnswer>()
            .WithSummary("Submits, recalls, approves or re-opens the periods up to a day, or from it on.")
            .WithDescription("""
                A lead submits everything before a day, and recalls what nobody has approved; where the pilot asks for two
                levels (approvalLevels) a coordinator approves what was submitted. Nothing that is submitted or approved is
                measured, corrected or withdrawn; only a coordinator re-opens what is approved, with a reason. day is the first
                day that is not submitted or approved afterwards; the same act with the same id is repeated.
                """);
        return routes;
    }

    private static async Task<IResult> Read(string pilot, ApprovalDesk desk) =>
        PilotId.TryParse(pilot, out var id) && await desk.Read(id) is { } approval
            ? TypedResults.Json(StandingAnswer.Of(pilot, approval), KpiGridJson.Options)
            : Unknown(pilot);

    private static async Task<IResult> Decide(
        string pilot, ApprovalDesk desk, HttpContext context, IOptions<ApiOptions> limits)
    {
        if (!PilotId.TryParse(pilot, out var id)) return Unknown(pilot);
        var (act, refusal) = await ActBody.Read(context, limits.Value, Caller.Of(context).Author);
        if ((refusal ?? await desk.Refusal(context, id, act!.Kind)) is { } refused) return refused;
        var answer = await desk.Decide(id, act!);
        return answer.Approval is { } approval
            ? TypedResults.Json(StandingAnswer.Of(pilot, approval) with { Repeated = answer.Repeated }, KpiGridJson.Options)
            : Refused.With(answer.Status, answer.Problems);
    }

    private static ProblemHttpResult Unknown(string pilot) =>
        Refused.With(404, new Problem("pilot", pilot, "pilot-unknown", "Create it first: PUT /v1/pilots/{id}."));
}
