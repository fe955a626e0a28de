using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Explain;

/// <summary>The parameters of a question for what is behind a total, as sent.</summary>
internal sealed record ExplainQuery
{
    public static readonly string[] Names = ["kpi", "from", "to", "class", "asOf", "atLeast", "cursor", "limit"];

    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }
    [FromQuery(Name = "class")] public string? Class { get; init; }
    [FromQuery(Name = "asOf")] public string? AsOf { get; init; }
    [FromQuery(Name = "atLeast")] public string? AtLeast { get; init; }
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }
    [FromQuery(Name = "limit")] public string? Limit { get; init; }
}

/// <summary>A question for what is behind a total that can be asked.</summary>
internal sealed record AskedExplanation(
    PlaceRef Place, KpiCode Kpi, DayRange Days, ClassId? Class, DateTimeOffset? AsOf, PushToken? AtLeast,
    ExplainCursor? Cursor, int Limit)
{
    /// <summary>Who asks: the lines of what they may not read are hidden.</summary>
    public Caller Caller { get; init; } = Caller.Nobody;

    public long Digest => ExplainCursor.QuestionOf(Place.ToString(), Kpi, Days, Class, AsOf);

    /// <summary>Reads a question; null and errors when anything is wrong with it.</summary>
    public static AskedExplanation? Read(
        PlaceRef place, ExplainQuery query, DateTimeOffset now, TimeSpan asOfAge, ApiOptions limits,
        QuestionErrors errors)
    {
        var kpi = QuestionText.Kpi(query.Kpi, errors);
        var days = QuestionText.Days(query.From, query.To, errors);
        var @class = QuestionText.Class(query.Class, errors);
        var asOf = QuestionText.AsOf(query.AsOf, now, asOfAge, errors);
        var token = QuestionText.Token(query.AtLeast, errors);
        if (query is { AsOf: not null, AtLeast: not null })
            errors.Refuse("atLeast", query.AtLeast, "as-of-with-at-least",
                "Ask with asOf or with atLeast, not with both.");
        var limit = QuestionText.Limit(query.Limit, limits.PageSize, limits.PageSizeMax, errors);
        ExplainCursor? cursor = null;
        if (query.Cursor is { } text && !ExplainCursor.TryParse(text, out cursor))
            errors.Refuse("cursor", text, "cursor-unreadable", "Send `next` of the page before as it was given.");
        if (errors.Any) return null;
        var asked = new AskedExplanation(place, kpi, days!.Value, @class, asOf, token, cursor, limit);
        if (cursor is null || cursor.Question == asked.Digest) return asked;
        errors.Refuse("cursor", query.Cursor, "cursor-of-another-question",
            "Ask the same place, KPI, days, class and asOf as for the page before, or leave out cursor.");
        return null;
    }
}
