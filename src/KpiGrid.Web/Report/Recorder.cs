using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Impact;
using KpiGrid.Api.Measurements;

namespace KpiGrid.Web.Report;

/// <summary>What became of what was sent.</summary>
/// <param name="Answer">Receipts or refusals.</param>
/// <param name="Impact">What it moved, where that was asked for and something was recorded.</param>
internal sealed record Recorded(PushAnswer Answer, ImpactAnswer? Impact)
{
    public bool IsRefused => Answer.Refusals.Count > 0;
}

/// <summary>Records for a pilot what somebody filled in, by the rules of the API.</summary>
internal sealed class Recorder(IGrainFactory grains, ImpactReader impact, Rights rights)
{
    /// <summary>Records measurements, and says what that moved.</summary>
    public async Task<Recorded> Record(HttpContext context, PilotId pilot, IReadOnlyList<Measurement> measurements)
    {
        var push = new Push { Measurements = measurements, Author = Caller.Of(context).Author, Impact = true };
        return await Send(context, pilot, measurements, true, grain => grain.Record(push));
    }

    /// <summary>Records corrections.</summary>
    public async Task<Recorded> Correct(
        HttpContext context, PilotId pilot, IReadOnlyList<Correction> corrections, bool withImpact)
    {
        var push = new CorrectionPush { Corrections = corrections, Author = Caller.Of(context).Author, Impact = withImpact };
        return await Send(context, pilot, [.. corrections.Select(correction => correction.Content)], withImpact, grain => grain.Correct(push));
    }

    private async Task<Recorded> Send(
        HttpContext context, PilotId pilot, IReadOnlyList<Measurement?> contents, bool withImpact,
        Func<IPilotGrain, Task<PushAnswer>> write)
    {
        var mayNot = await BehalfRule.Of(context, pilot.Value, rights);
        var forbidden = contents.Index().Select(item => (item.Index, Problem: mayNot(item.Item))).Where(item => item.Problem is not null)
            .Select(item => new Refusal(item.Index, StatusCodes.Status403Forbidden, item.Problem!)).ToList();
        if (forbidden.Count > 0) return new(new() { Refusals = forbidden }, null);
        var moved = withImpact ? await impact.Begin(Caller.Of(context), pilot, [.. contents.OfType<Measurement>()]) : null;
        var answer = await Writes.Once(() => write(grains.GetGrain<IPilotGrain>(pilot.Value)));
        return new(answer, moved is null || answer.Refusals.Count > 0 ? null : await moved(answer));
    }
}
