using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Changes;

/// <summary>The parameters of a question for what changed since an instant, as sent.</summary>
internal sealed record ChangesQuery
{
    public static readonly string[] Names = ["kpi", "from", "to", "since", "limit"];

    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }
    [FromQuery(Name = "since")] public string? Since { get; init; }
    [FromQuery(Name = "limit")] public string? Limit { get; init; }
}

/// <summary>A question for what changed since an instant that can be asked.</summary>
internal sealed record AskedChanges(PlaceRef Place, KpiCode Kpi, DayRange Days, DateTimeOffset Since, int Limit)
{
    /// <summary>Who asks: the revisions of what they may not read are hidden.</summary>
    public Caller Caller { get; init; } = Caller.Nobody;

    /// <summary>Reads a question; null and errors when anything is wrong with it.</summary>
    public static AskedChanges? Read(
        PlaceRef place, ChangesQuery query, DateTimeOffset now, TimeSpan sinceAge, ApiOptions limits, QuestionErrors errors)
    {
        var kpi = QuestionText.Kpi(query.Kpi, errors);
        var days = QuestionText.Days(query.From, query.To, errors);
        if (query.Since is null)
            errors.Refuse("since", null, "since-required", "Name an instant, such as since=2026-05-21T12:00:00Z.");
        var since = QuestionText.Past("since", query.Since, now, sinceAge, "since-too-recent", errors);
        var limit = QuestionText.Limit(query.Limit, limits.PageSize, limits.PageSizeMax, errors);
        return errors.Any ? null : new(place, kpi, days!.Value, since!.Value, limit);
    }
}
