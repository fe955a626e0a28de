using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Streams;

/// <summary>Takes a question for a series as sent and answers in JSON.</summary>
internal sealed class SeriesDesk(
    StreamsReader reader, LocalDays days, IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
{
    public async Task<IResult> Answer(string pilot, string stream, SeriesQuery query, Caller caller)
    {
        var errors = new QuestionErrors();
        var asked = AskedSeries.Read(
            pilot, stream, query, days.Now, options.Value.AsOfAge, limits.Value, errors);
        if (asked is null) return errors.Answer();
        return errors.Answer(await reader.Series(asked with { Caller = caller }, errors));
    }
}
