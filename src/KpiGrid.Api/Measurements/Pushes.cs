using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Impact;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KpiGrid.Api.Measurements;

/// <summary>Reads a body of items.</summary>
internal delegate Reading<T> BodyReader<T>(ReadOnlySpan<byte> body);

/// <summary>Writes items to a pilot; true means check only.</summary>
internal delegate Task<PushAnswer> ItemWriter<T>(IPilotGrain pilot, IReadOnlyList<T> items, bool dryRun);

/// <summary>What the query of a push asks for.</summary>
/// <param name="DryRun">Check only.</param>
/// <param name="Partial">Record what is good.</param>
/// <param name="Impact">Say what it moved.</param>
internal readonly record struct PushWish(bool DryRun, bool Partial = false, bool Impact = false);

/// <summary>The way of measurements and of corrections from a request to their pilot and back.</summary>
/// <param name="grains">The cluster.</param>
/// <param name="impact">Says what moved.</param>
/// <param name="limits">The limits.</param>
/// <param name="readers">The reader of each form that is taken.</param>
internal sealed class Pushes<T>(
    IGrainFactory grains, ImpactReader impact, ApiOptions limits, IReadOnlyDictionary<RequestForm, BodyReader<T>> readers)
{
    /// <summary>Asks, in a dry run, about what looks like a slip; null asks about nothing.</summary>
    public Func<PilotId, IReadOnlyList<T>, Task<IReadOnlyList<DoubtAnswer>>>? Doubts { get; init; }

    /// <summary>Sends the items to the pilot, or says everything that is wrong with them.</summary>
    /// <param name="context">The request.</param>
    /// <param name="pilotText">The pilot as the path names it.</param>
    /// <param name="wish">What is asked for.</param>
    /// <param name="write">Sends items.</param>
    /// <param name="content">The measurement that an item brings; null when it brings none.</param>
    /// <param name="mayNot">Why the caller may not send such content; null when they may.</param>
    public async Task<Results<Ok<ReceiptsAnswer>, ProblemHttpResult>> Send(
        HttpContext context, string pilotText, PushWish wish, ItemWriter<T> write,
        Func<T, Measurement?> content, Func<Measurement?, Problem?> mayNot)
    {
        if (!PilotId.TryParse(pilotText, out var id)) return UnknownPilot(pilotText);
        var body = await RequestBody.Of(context, limits, [.. readers.Keys]);
        if (body.Refusal is { } tooMuch) return tooMuch;
        var reading = readers[body.Form](body.Bytes);
        if (reading.Unreadable is { } error) return Refused.With(400, [error]);
        if (Forbidden(reading, item => mayNot(content(item))) is { Count: > 0 } forbidden)
            return Refused.Items(reading.With(forbidden), limits.ErrorsListedMax, reading.Error);
        var pilot = grains.GetGrain<IPilotGrain>(id.Value);
        if (reading.Items.Count == 0 && await pilot.Read() is null) return UnknownPilot(pilotText);
        var goesOn = reading.Refusals.Count == 0 || (wish.Partial && !reading.OfWhole);
        if (!goesOn) return await AllWrong(pilot, pilotText, reading, write);
        var moved = wish.Impact ? await impact.Begin(Caller.Of(context), id, [.. reading.Items.Select(content).OfType<Measurement>()]) : null;
        var answer = reading.Items.Count == 0 ? new() : await Writes.Once(() => write(pilot, reading.Items, wish.DryRun));
        if (IsUnknownPilot(answer)) return UnknownPilot(pilotText);
        if (answer.Refusals.Count > 0 && !wish.Partial)
            return Refused.Items(reading.With(answer.Refusals), limits.ErrorsListedMax, reading.Error);
        var receipts = wish.Partial
            ? PartialAnswer.Of(reading, answer, wish.DryRun)
            : ReceiptsAnswer.Of(answer, wish.DryRun);
        if (wish.DryRun && Doubts is not null) receipts = receipts with { Doubts = await Doubts(id, reading.Items) };
        return TypedResults.Ok(moved is null ? receipts : receipts with { Impact = await moved(answer) });
    }

    /// <summary>What could not be read, and what the pilot says of the rest, which is only checked.</summary>
    private async Task<ProblemHttpResult> AllWrong(
        IPilotGrain pilot, string pilotText, Reading<T> reading, ItemWriter<T> write)
    {
        var answer = reading.Items.Count == 0 ? new() : await write(pilot, reading.Items, true);
        return IsUnknownPilot(answer)
            ? UnknownPilot(pilotText)
            : Refused.Items(reading.With(answer.Refusals), limits.ErrorsListedMax, reading.Error);
    }

    private static List<Refusal> Forbidden(Reading<T> reading, Func<T, Problem?> mayNot) =>
    [
        .. reading.Items.Index().Select(item => (item.Index, Problem: mayNot(item.Item)))
            .Where(item => item.Problem is not null)
            .Select(item => new Refusal(item.Index, StatusCodes.Status403Forbidden, item.Problem!)),
    ];

    private static bool IsUnknownPilot(PushAnswer answer) =>
        answer.Refusals is [{ Status: StatusCodes.Status404NotFound, Problem.Field: "pilot" }, ..];

    private static ProblemHttpResult UnknownPilot(string pilot) =>
        Refused.With(404, new Problem("pilot", pilot, "pilot-unknown", "Create the pilot first: PUT /v1/pilots/{id}."));
}
