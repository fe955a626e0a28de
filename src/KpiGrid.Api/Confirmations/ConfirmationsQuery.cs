using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Confirmations;

/// <summary>The parameters of a question for what waits for confirmation, as sent.</summary>
internal sealed record ConfirmationsQuery
{
    public static readonly string[] Names = ["kpi", "status", "limit"];

    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }
    [FromQuery(Name = "status")] public string? Status { get; init; }
    [FromQuery(Name = "limit")] public string? Limit { get; init; }

    public AskedConfirmations Read(ApiOptions limits, QuestionErrors errors)
    {
        var kpi = Kpi is null ? (KpiCode?)null : QuestionText.Kpi(Kpi, errors);
        if (!ConfirmationStatuses.TryParse(Status, out var status) && Status is not null)
            errors.Refuse("status", Status, "status-unknown", "Ask for waiting, confirmed, disputed or superseded, or for all without it.");
        return new(kpi, Status is null ? null : status, QuestionText.Limit(Limit, limits.PageSize, limits.PageSizeMax, errors));
    }
}

/// <summary>A question for what waits for confirmation.</summary>
/// <param name="Kpi">Only this KPI.</param>
/// <param name="Status">Only what stands so.</param>
/// <param name="Limit">No more lines than this.</param>
internal sealed record AskedConfirmations(KpiCode? Kpi, ConfirmationStatus? Status, int Limit);
