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

/// <summary>Lets somebody record for a pilot, by the rules of the API.</summary>
internal sealed class Recorder(IGrainFactory grains, ImpactReader impact, Rights rights)
{
    public async Task<PilotRecorder> For(HttpContext context, PilotId pilot) =>
        new(grains, impact, Caller.Of(context), pilot, await BehalfRule.Of(context, pilot.Value, rights));
}

/// <summary>Records for one pilot in the name of one caller, also after their request has ended.</summary>
/// <param name="grains">The cluster.</param>
/// <param name="impact">Says what moved.</param>
/// <param name="caller">Who records.</param>
/// <param name="pilot">The pilot.</param>
/// <param name="mayNot">Why they may not send such content; null when they may.</param>
internal sealed class PilotRecorder(
    IGrainFactory grains, ImpactReader impact, Caller caller, PilotId pilot, Func<Measurement?, Problem?> mayNot)
{
    public PilotId Pilot => pilot;

    /// <summary>Records measurements, and says what that moved.</summary>
    public async Task<Recorded> Record(IReadOnlyList<Measurement> measurements)
    {
        if (Forbidden(measurements) is { } forbidden) return new(forbidden, null);
        var moved = await impact.Begin(caller, pilot, measurements);
        var answer = await Send(new Push { Measurements = measurements, Author = caller.Author, Impact = true });
        return new(answer, answer.Refusals.Count > 0 ? null : await moved(answer));
    }

    /// <summary>Says of every measurement what would become of it; nothing is recorded.</summary>
    public async Task<PushAnswer> Check(IReadOnlyList<Measurement> measurements) =>
        Forbidden(measurements) ?? await Send(new Push { Measurements = measurements, Author = caller.Author, DryRun = true, Partial = true });

    /// <summary>Records measurements of a file: all of them or nothing.</summary>
    public async Task<PushAnswer> Record(IReadOnlyList<Measurement> measurements, string import) =>
        Forbidden(measurements) ?? await Send(new Push { Measurements = measurements, Author = caller.Author, Import = import });

    /// <summary>Records a correction, and says what it moved.</summary>
    public async Task<Recorded> Correct(Correction correction)
    {
        if (Forbidden([correction.Content]) is { } forbidden) return new(forbidden, null);
        var moved = await impact.Begin(caller, pilot, correction.Content is { } content ? [content] : []);
        var answer = await Send(new CorrectionPush { Corrections = [correction], Author = caller.Author, Impact = true });
        return new(answer, answer.Refusals.Count > 0 ? null : await moved(answer));
    }

    /// <summary>Records corrections: all of them or nothing.</summary>
    public async Task<PushAnswer> Correct(IReadOnlyList<Correction> corrections) =>
        Forbidden([.. corrections.Select(correction => correction.Content)])
        ?? await Send(new CorrectionPush { Corrections = corrections, Author = caller.Author });

    private Task<PushAnswer> Send(Push push) => Writes.Once(() => grains.GetGrain<IPilotGrain>(pilot.Value).Record(push));

    private Task<PushAnswer> Send(CorrectionPush push) => Writes.Once(() => grains.GetGrain<IPilotGrain>(pilot.Value).Correct(push));

    private PushAnswer? Forbidden(IReadOnlyList<Measurement?> contents)
    {
        var forbidden = contents.Index().Select(item => (item.Index, Problem: mayNot(item.Item))).Where(item => item.Problem is not null)
            .Select(item => new Refusal(item.Index, StatusCodes.Status403Forbidden, item.Problem!)).ToList();
        return forbidden.Count > 0 ? new() { Refusals = forbidden } : null;
    }
}
