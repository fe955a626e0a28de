using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Explain;

/// <summary>Takes a question for what is behind a total as sent and answers in JSON.</summary>
internal sealed class ExplainDesk(
    ExplainReader reader, LocalDays days, IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
{
    public async Task<IResult> Answer(PlaceRef place, ExplainQuery query, Caller caller)
    {
        var errors = new QuestionErrors();
        var asked = AskedExplanation.Read(place, query, days.Now, options.Value.AsOfAge, limits.Value, errors);
        if (asked is null) return errors.Answer();
        return errors.Answer(await reader.Answer(asked with { Caller = caller }, errors));
    }
}
