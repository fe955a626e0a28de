using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Totals;

/// <summary>The parameters of a question for totals, as sent.</summary>
internal sealed record TotalsQuery
{
    public static readonly string[] Names =
        ["kpi", "from", "to", "by", "split", "class", "asOf", "atLeast", "mean", "rates", "currency", "boundaries", "reading"];

    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }
    [FromQuery(Name = "by")] public string? By { get; init; }
    [FromQuery(Name = "split")] public string? Split { get; init; }
    [FromQuery(Name = "class")] public string? Class { get; init; }
    [FromQuery(Name = "asOf")] public string? AsOf { get; init; }
    [FromQuery(Name = "atLeast")] public string? AtLeast { get; init; }
    [FromQuery(Name = "mean")] public string? Mean { get; init; }
    [FromQuery(Name = "rates")] public string? Rates { get; init; }
    [FromQuery(Name = "reading")] public string? Reading { get; init; }
    [FromQuery(Name = "currency")] public string? Currency { get; init; }
    [FromQuery(Name = "boundaries")] public string? Boundaries { get; init; }
}
