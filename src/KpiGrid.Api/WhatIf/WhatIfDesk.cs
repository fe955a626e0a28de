using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.WhatIf;

/// <summary>Takes a question for a region without some of it as sent and answers in JSON.</summary>
internal sealed class WhatIfDesk(WhatIfReader reader, Gate gate, IOptions<QuestionOptions> options)
{
    public async Task<IResult> Answer(PlaceRef region, WhatIfQuery query, HttpContext context)
    {
        var errors = new QuestionErrors();
        if (WhatIfQuestion.Read(region, query, options.Value.PlacesMax, errors) is not { } question) return errors.Answer();
        foreach (var node in question.Without)
            if (await gate.Refusal(context, Needed(node), node) is { } refusal) return refusal;
        return errors.Answer(await reader.Read(question, errors));
    }

    /// <summary>The difference tells what those left out have, so a caller must be allowed to read that of each.</summary>
    public static Verbs Needed(PlaceRef node) => node.Kind == PlaceKind.Pilot ? Verbs.Parts : Verbs.Total;
}
