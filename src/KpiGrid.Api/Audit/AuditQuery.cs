using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Audit;

/// <summary>The question for the trail as sent.</summary>
internal sealed record AuditQuery(
    [property: FromQuery(Name = "node")] string? Node,
    [property: FromQuery(Name = "actor")] string? Actor,
    [property: FromQuery(Name = "from")] string? From,
    [property: FromQuery(Name = "to")] string? To,
    [property: FromQuery(Name = "after")] string? After,
    [property: FromQuery(Name = "limit")] string? Limit)
{
    private const int ActorLengthMax = 64;

    public static string[] Names { get; } = ["node", "actor", "from", "to", "after", "limit"];

    public (TrailQuestion Question, PlaceRef? Node) Read(ApiOptions limits, QuestionErrors errors)
    {
        PlaceRef? node = null;
        if (Node is not null && !PlaceRef.TryParseNode(Node, out node))
            errors.Refuse("node", Node, "node-unreadable", "Write pilots/id, municipalities/CODE or regions/id.");
        if (Actor?.Length > ActorLengthMax)
            errors.Refuse("actor", Actor[..ActorLengthMax], "text-too-long", $"Use at most {ActorLengthMax} characters.");
        var question = new TrailQuestion
        {
            Stream = node?.Stream,
            Actor = Actor,
            From = QuestionText.Instant("from", From, errors),
            To = QuestionText.Instant("to", To, errors),
            After = AuditPage.Place(After, errors),
            Limit = QuestionText.Limit(Limit, limits.PageSize, limits.PageSizeMax, errors),
        };
        return (question, node);
    }
}
