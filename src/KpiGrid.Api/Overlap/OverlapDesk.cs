using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Overlap;

/// <summary>Takes a question for the overlap of places as sent and answers in JSON.</summary>
internal sealed class OverlapDesk(OverlapReader reader, Gate gate, IOptions<QuestionOptions> options)
{
    public async Task<IResult> Answer(OverlapQuery query, HttpContext context)
    {
        var errors = new QuestionErrors();
        if (OverlapQuestion.Read(query, options.Value.PlacesMax, errors) is not { } question) return errors.Answer();
        foreach (var place in question.Places)
            if (await gate.Refusal(context, Verbs.Total, place) is { } refusal) return refusal;
        return errors.Answer(await reader.Read(question, Caller.Of(context), errors));
    }
}
