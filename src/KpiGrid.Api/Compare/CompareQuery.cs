using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Compare;

/// <summary>The parameters of a comparison, as sent.</summary>
internal sealed record CompareQuery
{
    public static readonly string[] Names =
    [
        "pilots", "place", "region", "kpi", "class", "from", "to", "by", "clock", "months", "per", "rates", "currency",
        "scaleTo", "reading",
    ];

    /// <summary>Pilots by id, apart or with commas.</summary>
    [FromQuery(Name = "pilots")] public string[]? Pilots { get; init; }

    /// <summary>Municipalities and regions.</summary>
    [FromQuery(Name = "place")] public string[]? Place { get; init; }

    /// <summary>A region, for its members.</summary>
    [FromQuery(Name = "region")] public string? Region { get; init; }

    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }
    [FromQuery(Name = "class")] public string? Class { get; init; }
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }
    [FromQuery(Name = "by")] public string? By { get; init; }
    [FromQuery(Name = "clock")] public string? Clock { get; init; }

    /// <summary>The months of a pilot's clock.</summary>
    [FromQuery(Name = "months")] public string? Months { get; init; }

    [FromQuery(Name = "per")] public string? Per { get; init; }
    [FromQuery(Name = "rates")] public string? Rates { get; init; }
    [FromQuery(Name = "currency")] public string? Currency { get; init; }

    /// <summary>A reading of classes for all lines, or <c>own</c>: each by that of its country.</summary>
    [FromQuery(Name = "reading")] public string? Reading { get; init; }

    /// <summary>A region, for the range of "if all members did this".</summary>
    [FromQuery(Name = "scaleTo")] public string? ScaleTo { get; init; }
}
