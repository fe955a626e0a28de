using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Live;

/// <summary>The parameters of a live stream, as sent.</summary>
internal sealed record LiveQuery
{
    public const string LastEventId = "Last-Event-ID";

    public static readonly string[] Names = ["kpi", "by", "from", "to"];

    [FromQuery(Name = "kpi")] public string?[]? Kpi { get; init; }
    [FromQuery(Name = "by")] public string? By { get; init; }
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }

    /// <summary>The version of the last event the viewer saw; a browser sends it when it comes again.</summary>
    [FromHeader(Name = LastEventId)] public string? Seen { get; init; }
}
