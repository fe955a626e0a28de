using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Totals;

/// <summary>Takes a question for totals as sent and answers in JSON.</summary>
internal sealed class TotalsDesk(
    SeenTotals totals, Gate gate, LocalDays days, IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
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
        return errors.Answer(await totals.Answer(refs, question, Caller.Of(context), errors));
    }
}
