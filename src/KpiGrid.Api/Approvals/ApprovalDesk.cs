using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Approvals;

/// <summary>Lets through what a caller may decide, and brings it to the pilot.</summary>
internal sealed class ApprovalDesk(IGrainFactory grains, Gate gate)
{
    /// <summary>What it takes to decide anything; which act takes which is asked when it is known.</summary>
    public const Verbs Any = Verbs.Submit | Verbs.Approve;

    public Task<Approval?> Read(PilotId pilot) => grains.GetGrain<IPilotGrain>(pilot.Value).Approval();

    /// <summary>Why the caller may not; null when they may.</summary>
    public ValueTask<IResult?> Refusal(HttpContext context, PilotId pilot, ApprovalKind kind) =>
        gate.Refusal(context, Verb(kind), new(PlaceKind.Pilot, pilot.Value));

    public Task<ApprovalAnswer> Decide(PilotId pilot, ApprovalAct act) =>
        Writes.Once(() => grains.GetGrain<IPilotGrain>(pilot.Value).Decide(act));

    /// <summary>Who reports submits and recalls; who allots approves and re-opens.</summary>
    public static Verbs Verb(ApprovalKind kind) =>
        kind is ApprovalKind.Submit or ApprovalKind.Recall ? Verbs.Submit : Verbs.Approve;
}
