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
    public static Task<(ApprovalAct? Act, IResult? Refusal)> Read(HttpContext context, ApiOptions limits, string author) =>
        SentAct.Read<ActBody, ApprovalAct>(context, limits, sent => sent.By(author), act => act.Check());

    private ApprovalAct By(string author) => new() { Id = Id, Kind = Act, Day = Day, Reason = Reason, Author = author };
}
