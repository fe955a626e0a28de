using KpiGrid.Api.Compare;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Lineage;

/// <summary>The parameters of a question for a lineage, as sent: without a KPI the family and its adoption alone.</summary>
internal sealed record LineageQuery
{
    public static readonly string[] Names = ["kpi", "class", "by", "months", "per", "rates", "currency", "scaleTo"];

    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }
    [FromQuery(Name = "class")] public string? Class { get; init; }
    [FromQuery(Name = "by")] public string? By { get; init; }
    [FromQuery(Name = "months")] public string? Months { get; init; }
    [FromQuery(Name = "per")] public string? Per { get; init; }
    [FromQuery(Name = "rates")] public string? Rates { get; init; }
    [FromQuery(Name = "currency")] public string? Currency { get; init; }

    /// <summary>A region, for the range of "if all members did this".</summary>
    [FromQuery(Name = "scaleTo")] public string? ScaleTo { get; init; }

    /// <summary>The comparison it asks for, of one pilot as yet; null without a KPI, or with errors.</summary>
    public CompareQuestion? Comparison(PilotId pilot, CompareOptions limits, QuestionErrors errors)
    {
        if (Kpi is null && this != new LineageQuery())
            errors.Refuse("kpi", null, "kpi-required", "Results are compared by a KPI: name one, such as kpi=CO2-AVD.");
        if (Kpi is null) return null;
        return new CompareText(new()
        {
            Pilots = [pilot.Value], Kpi = Kpi, Class = Class, Clock = "pilot", By = By, Months = Months, Per = Per, Rates = Rates,
            Currency = Currency, ScaleTo = ScaleTo,
        }, limits, errors).Read();
    }
}
