using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Targets;

/// <summary>Takes a question for progress as sent and answers in JSON.</summary>
internal sealed class ProgressDesk(ProgressReader reader)
{
    public async Task<IResult> Answer(PlaceRef node, ProgressQuery query, Caller caller)
    {
        var errors = new QuestionErrors();
        var (kpi, on) = query.Read(errors);
        if (errors.Any) return errors.Answer();
        return errors.Answer(await reader.Read(node, kpi, on, caller, errors));
    }
}
