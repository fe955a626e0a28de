using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.WhatIf;

/// <summary>The parameters of a question for a region without some of its members or pilots, as sent.</summary>
internal sealed record WhatIfQuery
{
    public static readonly string[] Names = ["without", "kpi", "from", "to"];

    [FromQuery(Name = "without")] public string[]? Without { get; init; }
    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }
}

/// <summary>Such a question that can be asked.</summary>
/// <param name="Region">The region.</param>
/// <param name="Without">The members and pilots left out, each once.</param>
/// <param name="Kpi">Only this KPI; null for all that the region has anything of.</param>
/// <param name="Days">The days.</param>
internal sealed record WhatIfQuestion(PlaceRef Region, IReadOnlyList<PlaceRef> Without, KpiCode? Kpi, DayRange Days)
{
    /// <summary>Reads a question; null and errors when anything is wrong with it.</summary>
    public static WhatIfQuestion? Read(PlaceRef region, WhatIfQuery query, int leftOutMax, QuestionErrors errors)
    {
        var without = Nodes(query.Without ?? [], leftOutMax, errors);
        KpiCode? kpi = query.Kpi is null ? null : QuestionText.Kpi(query.Kpi, errors);
        var days = QuestionText.Days(query.From, query.To, errors);
        return errors.Any ? null : new(region, without, kpi, days!.Value);
    }

    private static IReadOnlyList<PlaceRef> Nodes(string[] texts, int max, QuestionErrors errors)
    {
        var nodes = new List<PlaceRef>();
        if (texts.Length == 0)
            errors.Refuse("without", null, "without-required",
                "Say who is left out, such as without=municipalities/DK-0615 or without=pilots/stop-byggespild.");
        if (texts.Length > max) errors.Refuse("without", null, "too-many-places", $"Leave out at most {max} at once.");
        foreach (var text in texts.Take(max))
        {
            if (PlaceRef.TryParseNode(text, out var node) && node.Kind != PlaceKind.Region) nodes.Add(node);
            else errors.Refuse("without", text, "place-unreadable", "Write municipalities/CODE or pilots/id.");
        }
        return [.. nodes.Distinct()];
    }
}
