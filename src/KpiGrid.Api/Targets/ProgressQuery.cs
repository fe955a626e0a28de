using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Targets;

/// <summary>The parameters of a question for progress, as sent.</summary>
internal sealed record ProgressQuery
{
    public static readonly string[] Names = ["kpi", "on"];

    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }
    [FromQuery(Name = "on")] public string? On { get; init; }

    /// <summary>The KPI asked for, null for all, and the day, null for today.</summary>
    public (KpiCode? Kpi, DateOnly? On) Read(QuestionErrors errors) => (
        Kpi is null ? null : QuestionText.Kpi(Kpi, errors),
        On is null ? null : QuestionText.Day("on", On, errors));
}
