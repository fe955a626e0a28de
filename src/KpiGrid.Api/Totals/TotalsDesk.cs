using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Totals;

/// <summary>Takes a question for totals as sent and answers in JSON.</summary>
internal sealed class TotalsDesk(
    TotalsReader reader, Sight sight, Gate gate, LocalDays days, IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
{
    public async Task<IResult> Answer(
        TotalsQuery query, HttpContext context, Func<QuestionErrors, IReadOnlyList<PlaceRef>> places)
    {
        var errors = new QuestionErrors();
        var refs = places(errors);
        var question = TotalsQuestion.Read(
            query, days.Now, options.Value.AsOfAge, limits.Value.PeriodsMax, errors);
        if (question is null || errors.Any) return errors.Answer();
        foreach (var place in refs)
            if (await gate.Refusal(context, Verbs.Total, place) is { } refusal) return refusal;
        return await reader.Answer(refs, question, errors) is { } answer
            ? TypedResults.Json(await Seen(answer, question.Split, Caller.Of(context)), KpiGridJson.Options)
            : errors.Answer();
    }

    /// <summary>Without the lines of nodes that the caller may not read; classes are of the total itself.</summary>
    private async Task<TotalsAnswer> Seen(TotalsAnswer answer, Split split, Caller caller)
    {
        if (split is not (Split.Municipality or Split.Pilot)) return answer;
        var (kind, verb) = split == Split.Pilot
            ? (PlaceKind.Pilot, Verbs.Parts)
            : (PlaceKind.Municipality, Verbs.Total);
        var seen = await sight.Of(caller, verb, kind, answer.Split.Select(line => line.Key));
        if (seen.Count == answer.Split.Count) return answer;
        return answer with
        {
            Split = [.. answer.Split.Where(line => seen.Contains(line.Key))],
            Hidden = new(answer.Split.Count - seen.Count),
        };
    }
}
