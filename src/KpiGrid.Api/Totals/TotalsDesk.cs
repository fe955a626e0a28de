using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Totals;

/// <summary>Takes a question for totals as sent and answers in JSON.</summary>
internal sealed class TotalsDesk(
    TotalsReader reader, LocalDays days, IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
{
    public async Task<IResult> Answer(TotalsQuery query, Func<QuestionErrors, IReadOnlyList<PlaceRef>> places)
    {
        var errors = new QuestionErrors();
        var refs = places(errors);
        var question = TotalsQuestion.Read(
            query, days.Now, options.Value.AsOfAge, limits.Value.PeriodsMax, errors);
        if (question is null || errors.Any) return errors.Answer();
        return await reader.Answer(refs, question, errors) is { } answer
            ? TypedResults.Json(answer, KpiGridJson.Options)
            : errors.Answer();
    }
}
