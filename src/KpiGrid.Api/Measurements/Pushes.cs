using KpiGrid.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KpiGrid.Api.Measurements;

/// <summary>Reads a body of items.</summary>
internal delegate Reading<T> BodyReader<T>(ReadOnlySpan<byte> body);

/// <summary>The way of measurements and of corrections from a request to their pilot and back.</summary>
internal sealed class Pushes<T>(IGrainFactory grains, ApiOptions limits, BodyReader<T> read)
{
    /// <summary>Sends the items to the pilot, or says everything that is wrong with them.</summary>
    /// <param name="write">Sends items; true means check only.</param>
    public async Task<Results<Ok<ReceiptsAnswer>, ProblemHttpResult>> Send(
        HttpContext context, string pilotText, bool dryRun,
        Func<IPilotGrain, IReadOnlyList<T>, bool, Task<PushAnswer>> write)
    {
        if (!PilotId.TryParse(pilotText, out var id)) return UnknownPilot(pilotText);
        var body = await RequestBody.JsonOf(context, limits);
        if (body.Refusal is { } tooMuch) return tooMuch;
        var reading = read(body.Bytes);
        if (reading.Unreadable is { } error) return Refused.With(400, [error]);
        var pilot = grains.GetGrain<IPilotGrain>(id.Value);
        if (reading.Refusals.Count > 0) return await AllWrong(pilot, pilotText, reading, write);
        var answer = await Writes.Once(() => write(pilot, reading.Items, dryRun));
        if (IsUnknownPilot(answer)) return UnknownPilot(pilotText);
        return answer.Refusals.Count > 0
            ? Refused.Items(reading.With(answer.Refusals), limits.ErrorsListedMax)
            : TypedResults.Ok(ReceiptsAnswer.Of(answer, dryRun));
    }

    /// <summary>What could not be read, and what the pilot says of the rest, which is only checked.</summary>
    private async Task<ProblemHttpResult> AllWrong(
        IPilotGrain pilot, string pilotText, Reading<T> reading,
        Func<IPilotGrain, IReadOnlyList<T>, bool, Task<PushAnswer>> write)
    {
        if (reading.Items.Count == 0)
        {
            return await pilot.Read() is null
                ? UnknownPilot(pilotText)
                : Refused.Items(reading.Refusals, limits.ErrorsListedMax);
        }
        var answer = await write(pilot, reading.Items, true);
        return IsUnknownPilot(answer)
            ? UnknownPilot(pilotText)
            : Refused.Items(reading.With(answer.Refusals), limits.ErrorsListedMax);
    }

    private static bool IsUnknownPilot(PushAnswer answer) =>
        answer.Refusals is [{ Status: StatusCodes.Status404NotFound, Problem.Field: "pilot" }, ..];

    private static ProblemHttpResult UnknownPilot(string pilot) =>
        Refused.With(404, new Problem("pilot", pilot, "pilot-unknown", "Create the pilot first: PUT /v1/pilots/{id}."));
}
