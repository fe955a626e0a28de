using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Registry;

/// <summary>Reads the body of a POST that says what somebody decides.</summary>
internal static class SentAct
{
    /// <summary>The act that a body makes; null and a refusal where it cannot be read or is not one.</summary>
    public static async Task<(TAct? Act, IResult? Refusal)> Read<TBody, TAct>(
        HttpContext context, ApiOptions limits, Func<TBody, TAct> make, Func<TAct, IReadOnlyList<Problem>> check)
        where TBody : class where TAct : class
    {
        var body = await RequestBody.JsonOf(context, limits);
        if (body.Refusal is { } tooMuch) return (null, tooMuch);
        var problems = new List<Problem>();
        if (FactsText.Unreadable(body.Bytes, limits.JsonDepthMax, problems) is { } error) return (null, Refused.With(400, [error]));
        if (problems.Count == 0 && FactsJson.Read<TBody>(body.Bytes, problems) is { } sent)
        {
            var act = make(sent);
            problems.AddRange(check(act));
            if (problems.Count == 0) return (act, null);
        }
        return (null, Refused.With(422, problems));
    }
}
