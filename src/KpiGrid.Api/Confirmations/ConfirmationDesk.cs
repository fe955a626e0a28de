using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Confirmations;

/// <summary>Lets through who may speak for a participant, and brings what they say to the pilot.</summary>
internal sealed class ConfirmationDesk(IGrainFactory grains, Rights rights, Insight insight)
{
    public async Task<ConfirmationAnswer> Confirm(Caller caller, PilotId pilot, ConfirmationAct act)
    {
        if (await Refusal(caller, pilot, act) is { } problem) return ConfirmationAnswer.Refused(403, problem);
        return await Writes.Once(() => grains.GetGrain<IPilotGrain>(pilot.Value).Confirm(act));
    }

    private async Task<Problem?> Refusal(Caller caller, PilotId pilot, ConfirmationAct act)
    {
        var place = new PlaceRef(PlaceKind.Municipality, act.Municipality.Value);
        if (!(await rights.At(caller, place)).HasFlag(Verbs.Confirm))
            return new("municipality", act.Municipality.Value, "not-allowed",
                "This key does not speak for it: a coordinator of a region that it lies in does.");
        if (await insight.IsKeptFrom(caller, pilot, act.Kpi))
            return new("kpi", act.Kpi.Value, "confidential", "These figures are told to the pilot's own people only.");
        return await IsOwn(caller, pilot, act) ? new("measurement", act.Measurement.ToString(), "own-figure",
            "Who reported or corrected it cannot confirm it: let somebody else look at it.") : null;
    }

    /// <summary>A correction that comes in meanwhile is another revision, which the pilot refuses.</summary>
    private async Task<bool> IsOwn(Caller caller, PilotId pilot, ConfirmationAct act)
    {
        var told = await grains.GetGrain<IKpiStreamGrain>($"{pilot}/{act.Kpi}").Read(true, null);
        return told.Entries.Any(entry => entry.Sent.Id == act.Measurement && ActorOf(entry.Author) == caller.Actor);
    }

    private static string ActorOf(string author) => author.Split('/')[0];
}
