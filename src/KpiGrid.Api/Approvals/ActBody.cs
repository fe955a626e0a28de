using KpiGrid.Api.Hosting;
using KpiGrid.Api.Registry;

namespace KpiGrid.Api.Approvals;

/// <summary>What somebody decides about the periods of a pilot: the body of the POST.</summary>
internal sealed record ActBody
{
    public required ApprovalKind Act { get; init; }

    /// <summary>The client's id, so that a repeat is known.</summary>
    public required string Id { get; init; }

    /// <summary>The first day that is not submitted or approved afterwards.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Required of a re-opening.</summary>
    public string? Reason { get; init; }

    /// <summary>Reads one as an act of an author; null and a refusal where it cannot be read.</summary>
    public static async Task<(ApprovalAct? Act, IResult? Refusal)> Read(HttpContext context, ApiOptions limits, string author)
    {
        var body = await RequestBody.JsonOf(context, limits);
        if (body.Refusal is { } tooMuch) return (null, tooMuch);
        var problems = new List<Problem>();
        if (FactsText.Unreadable(body.Bytes, limits.JsonDepthMax, problems) is { } error) return (null, Refused.With(400, [error]));
        if (problems.Count == 0 && FactsJson.Read<ActBody>(body.Bytes, problems) is { } sent)
        {
            var act = new ApprovalAct { Id = sent.Id, Kind = sent.Act, Day = sent.Day, Reason = sent.Reason, Author = author };
            problems.AddRange(act.Check());
            if (problems.Count == 0) return (act, null);
        }
        return (null, Refused.With(422, problems));
    }
}
