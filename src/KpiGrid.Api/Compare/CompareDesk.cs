using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Compare;

/// <summary>Takes a comparison as sent and answers in JSON.</summary>
internal sealed class CompareDesk(CompareReader reader, Gate gate, IOptions<CompareOptions> limits)
{
    public async Task<IResult> Answer(CompareQuery query, HttpContext context)
    {
        if (!Caller.Of(context).IsKnown && gate.Refusal(context, Verbs.None) is { } stranger) return stranger;
        var errors = new QuestionErrors();
        if (new CompareText(query, limits.Value, errors).Read() is not { } question) return errors.Answer();
        foreach (var (place, verb) in Asked(question))
            if (await gate.Refusal(context, verb, place) is { } refusal) return refusal;
        return errors.Answer(await reader.Answer(question, Caller.Of(context), errors));
    }

    /// <summary>What is asked of: of a pilot also its start and its budget, which are behind its total.</summary>
    public static IEnumerable<(PlaceRef Place, Verbs Verb)> Asked(CompareQuestion question) =>
        question.Lines.Concat([question.Region, question.ScaleTo]).OfType<PlaceRef>()
            .Select(place => (place, place.Kind == PlaceKind.Pilot ? Verbs.Parts : Verbs.Total));
}
