using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Overlap;

/// <summary>The parameters of a question for the overlap of places, as sent.</summary>
internal sealed record OverlapQuery
{
    public static readonly string[] Names = ["place", "kpi", "class", "from", "to"];

    [FromQuery(Name = "place")] public string[]? Place { get; init; }
    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }
    [FromQuery(Name = "class")] public string? Class { get; init; }
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }
}

/// <summary>A question for the overlap of places that can be asked.</summary>
/// <param name="Places">The places, each once.</param>
/// <param name="Kpi">The KPI.</param>
/// <param name="Class">Only this class of it.</param>
/// <param name="Days">The days.</param>
internal sealed record OverlapQuestion(IReadOnlyList<PlaceRef> Places, KpiCode Kpi, ClassId? Class, DayRange Days)
{
    public SumsQuestion Sums(Split split) => new() { Kpi = Kpi, Class = Class, Periods = [Days], Split = split };

    /// <summary>Reads a question; null and errors when anything is wrong with it.</summary>
    public static OverlapQuestion? Read(OverlapQuery query, int placesMax, QuestionErrors errors)
    {
        var places = QuestionText.Places(query.Place, placesMax, errors);
        var kpi = QuestionText.Kpi(query.Kpi, errors);
        var @class = QuestionText.Class(query.Class, errors);
        var days = QuestionText.Days(query.From, query.To, errors);
        return errors.Any ? null : new([.. places.Distinct()], kpi, @class, days!.Value);
    }
}
