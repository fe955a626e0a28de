using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Streams;

/// <summary>The parameters of a question for a series, as sent.</summary>
internal sealed record SeriesQuery
{
    public static readonly string[] Names = ["includeHistory", "asOf", "from", "to", "limit", "after"];

    [FromQuery(Name = "includeHistory")] public string? IncludeHistory { get; init; }
    [FromQuery(Name = "asOf")] public string? AsOf { get; init; }
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }
    [FromQuery(Name = "limit")] public string? Limit { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
}

/// <summary>A question for a series that can be asked.</summary>
internal sealed record AskedSeries(
    PilotId Pilot, KpiCode Kpi, ClassId? Class, MunicipalityId? Municipality,
    bool IncludeHistory, DateTimeOffset? AsOf, DateOnly From, DateOnly To, int Limit, SeriesPlace? After)
{
    /// <summary>Who asks.</summary>
    public Caller Caller { get; init; } = Caller.Nobody;

    public string Address => new KpiStreamId(Pilot, Kpi, Class, Municipality).ToString();

    /// <summary>Without a class, every class; without a municipality, the pilot's own figures and its
    /// participants'.</summary>
    public bool Holds(SeriesEntry entry) =>
        (Class is null || entry.Stream.Class == Class)
        && (Municipality is null || entry.Stream.Municipality == Municipality)
        && From <= entry.Days.Last && entry.Days.Last < To
        && (After is not { } after || SeriesPlace.Of(entry).CompareTo(after) > 0);

    /// <summary>Reads a question from its address, <c>KPI[/class][@municipality]</c>, and its parameters.</summary>
    public static AskedSeries? Read(
        string pilot, string stream, SeriesQuery query, DateTimeOffset now, TimeSpan asOfAge, ApiOptions limits,
        QuestionErrors errors)
    {
        var parts = stream.Split('@', 2);
        var names = parts[0].Split('/', 2);
        if (!PilotId.TryParse(pilot, out var pilotId))
            errors.Unknown("pilot", pilot, "pilot-unknown",
                "No pilot has such an id; GET /v1/pilots lists those there are.");
        var kpi = QuestionText.Kpi(names[0], errors);
        var @class = QuestionText.Class(names.Length > 1 ? names[1] : null, errors);
        var municipality = MunicipalityOf(parts.Length > 1 ? parts[1] : null, errors);
        var history = Flag("includeHistory", query.IncludeHistory, errors);
        var asOf = QuestionText.AsOf(query.AsOf, now, asOfAge, errors);
        var from = query.From is null ? DateOnly.MinValue : QuestionText.Day("from", query.From, errors);
        var to = query.To is null ? DateOnly.MaxValue : QuestionText.Day("to", query.To, errors);
        var limit = QuestionText.Limit(query.Limit, limits.PageSize, limits.PageSizeMax, errors);
        SeriesPlace after = default;
        if (query.After is { } text && !SeriesPlace.TryParse(text, out after))
            errors.Refuse("after", text, "cursor-unreadable", "Send `next` of the page before as it was given.");
        return errors.Any ? null : new(
            pilotId, kpi, @class, municipality, history, asOf, from!.Value, to!.Value, limit,
            query.After is null ? null : after);
    }

    private static MunicipalityId? MunicipalityOf(string? text, QuestionErrors errors)
    {
        if (text is null) return null;
        if (MunicipalityId.TryParse(text, out var id)) return id;
        errors.Unknown("municipality", text, "municipality-unknown", "Write a municipality as DK-0657.");
        return null;
    }

    private static bool Flag(string field, string? text, QuestionErrors errors)
    {
        if (text is not (null or "true" or "false"))
            errors.Refuse(field, text, "flag-unreadable", "Write true or false.");
        return text == "true";
    }
}
