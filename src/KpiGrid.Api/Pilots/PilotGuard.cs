using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Pilots;

/// <summary>
/// Who may put which facts of a pilot: who shares it, what it may spend, which periods are closed and how many have to approve
/// them is not its lead's to say.
/// </summary>
internal static class PilotGuard
{
    public static Need Need { get; } = new(Verbs.Change) { AskedByHandler = true };

    public static async ValueTask<IResult?> Refusal(HttpContext context, string id, PilotFacts proposed)
    {
        var services = context.RequestServices;
        var rights = services.GetRequiredService<Rights>();
        var (caller, pilot) = (Caller.Of(context), PilotId.Parse(id));
        var before = (await services.GetRequiredService<KnownNouns>().ReadAsOf<PilotFacts>($"pilot/{id}", null))?.Facts;
        var then = await rights.At(caller, pilot, proposed);
        if (before is null && then.HasFlag(Verbs.Change | Verbs.Allot)) return null;
        var now = await rights.At(caller, new PlaceRef(PlaceKind.Pilot, id));
        // A pilot that the caller may not see is refused like one that is not there.
        if (before is null || now == Verbs.None) return MayNotMake(proposed);
        if (await services.GetRequiredService<Gate>().Refusal(context, Verbs.Change, new(PlaceKind.Pilot, id)) is { } refusal)
            return refusal;
        if ((now & then).HasFlag(Verbs.Allot)) return null;
        return Changed(before, proposed) is { Count: > 0 } fields ? Refused.With(403, fields) : null;
    }

    private static List<Problem> Changed(PilotFacts before, PilotFacts proposed)
    {
        var changed = new List<Problem>();
        if (!before.Shares.SequenceEqual(proposed.Shares)) changed.Add(NotYours("shares"));
        if (!before.Budget.SequenceEqual(proposed.Budget)) changed.Add(NotYours("budget"));
        if (before.ClosedBefore != proposed.ClosedBefore) changed.Add(NotYours("closedBefore"));
        if (before.ApprovalLevels != proposed.ApprovalLevels) changed.Add(NotYours("approvalLevels"));
        return changed;
    }

    private static Problem NotYours(string field) => new(
        field, null, "field-not-allowed", "Send it as it stands; a coordinator of a region that all participants lie in changes it.");

    private static ProblemHttpResult MayNotMake(PilotFacts proposed) => Refused.With(403, new Problem(
        "shares", string.Join(", ", proposed.Shares.Select(share => share.Municipality).Distinct()), "not-allowed",
        "It takes a coordinator of a region that all participants lie in to make this pilot."));
}
